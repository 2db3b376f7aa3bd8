// What the words behind, above and below a number say: a heading, a glossary's term, "Not used".
#include <algorithm>
#include <array>

#include "compile/outliner.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool ends_with_dash(std::string_view words) { return words.ends_with("\xE2\x80\x94") || words.ends_with("\xE2\x80\x93") || words.ends_with('-'); }

}  // namespace

std::string_view Outliner::rest() const {
  if (facts_[line_].words != LineFacts::itself) return trim(text(facts_[line_].words));
  const auto& line = projection_.lines[line_];
  const auto from = std::max(facts_[line_].number.rest, line.span.begin);
  return trim(slice(projection_.text, {std::min(from, line.span.end), line.span.end}));
}

std::string Outliner::heading() const {
  if (rest().ends_with('.')) return {};  // most lines are sentences
  const auto words = squeeze(rest());
  if (words.empty()) return {};
  if (has_heading_style(document_, projection_, line_)) return words.size() < 250 && !words.ends_with('.') ? words : std::string();
  if (words.size() > 120 || words.ends_with('.') || words.ends_with(';') || words.ends_with(':') || words.ends_with(',') || words.ends_with(".\"") ||
      ends_with_dash(words))
    return {};
  if (!starts_upper(words) && words.front() != '"' && words.front() != '[') return {};
  if (all_upper(words)) return words;
  static const Pattern verbs = Pattern::literal("(?:^| )(?:shall|must|may|will|is|are|has|have|means|includes) ");
  if (verbs.find(words)) return {};
  return words;
}

std::string Outliner::next_line_heading() {
  for (std::size_t i = line_ + 1; i < facts_.size() && i < line_ + 3; ++i) {
    const auto words = trim(text(i));
    if (words.empty()) continue;
    if (facts_[i].number.any() || facts_[i].skipped || words.size() > 120 || words.ends_with('.') || words.ends_with(':')) return {};
    taken_heading_ = i;
    return squeeze(words);
  }
  return {};
}

std::string_view Outliner::words_of_heading(std::size_t line) const {
  const bool opens = !quoted_.empty() && quoted_.back().begin == line;
  return trim(text(line).substr(opens ? quoted_.back().skipped : 0));
}

std::size_t Outliner::heading_above(std::size_t parts) const {
  if (parts > above_.size() || !above_.at(parts - 1)) return none;
  for (std::size_t i = line_; i-- > 0 && line_ - i < 4;) {
    const auto words = trim(text(i));
    if (words.empty()) continue;
    if (facts_[i].number.any() || facts_[i].skipped || !facts_[i].entry.empty() || i == taken_heading_ || words.size() > 160) return none;
    if ((words.ends_with('.') && !words.ends_with(" etc.")) || words.ends_with(';') || words.ends_with(':') || words.ends_with(',') ||
        ends_with_dash(words))
      return none;
    if (!starts_upper(words) && words.front() != '"' && words.front() != '{') return none;
    return i;
  }
  return none;
}

std::string entry_term(std::string_view line) {
  static const Pattern entry = Pattern::literal(
      R"re(^ *"([^"]+)"?"? ?(?:,? ?(?:\([^)]+\)|(?:or|and) "[^"]+"))* ?(?::|,? (?:in (?:relation|respect)|for the purposes) |(?:shall )?means?\b|shall have|has the|have the))re");
  if (!trim(line).starts_with('"')) return {};
  const auto found = entry.match_at(line, 0);
  if (!found) return {};
  constexpr std::size_t longest = 150;
  const auto term = trim(slice(line, *found->groups[0]));
  return term.empty() || found->groups[0]->size() > longest ? std::string() : "\"" + std::string(term) + "\"";
}

bool says_not_used(std::string_view words) {
  constexpr std::size_t longest = 60;  // far more than the longest phrase with its brackets
  if (words.size() > longest && trim(words).size() > longest) return false;
  std::string folded = fold(squeeze(words));
  std::erase_if(folded, [](char c) { return c == '[' || c == ']' || c == '(' || c == ')' || c == '.' || c == ';' || c == ':' || c == ','; });
  std::string_view text = trim(folded);
  for (const std::string_view end : {" and", " or", " -", " \xE2\x80\x93"})
    if (text.ends_with(end)) text = trim(text.substr(0, text.size() - end.size()));
  for (const std::string_view front : {"- ", "\xE2\x80\x93 "})
    if (text.starts_with(front)) text = trim(text.substr(front.size()));
  static constexpr std::array phrases{"not used",
                                      "no longer used",
                                      "not presently used",
                                      "not currently used",
                                      "deleted",
                                      "intentionally not used",
                                      "spare",
                                      "intentionally left blank",
                                      "intentionally blank",
                                      "reserved",
                                      "paragraph not used",
                                      "clause not used",
                                      "section not used",
                                      "number not used"};
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view p) { return text == p; });
}

}  // namespace dovetail
