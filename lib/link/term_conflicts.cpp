// Each code speaks with its widest definition of a term; two that differ are laid side by side.
#include "link/term_conflicts.h"

#include <algorithm>
#include <map>
#include <optional>

#include "link/documents.h"
#include "link/words_diff.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The lead code comes first, then the order of the project, then the names.
std::pair<std::size_t, std::string> order_of(const Review& review, const std::string& code) {
  const auto& codes = review.project.codes;
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const CodeEntry& entry) { return entry.id == code; });
  return {static_cast<std::size_t>(found - codes.begin()), code};
}

bool is_comparable(const Review& review, In<Definition> in) {
  const auto& unit = review.units[in.unit];
  const auto& d = unit.definitions[in.id];
  if (!d.views.proposed || unit.code.empty() || d.meaning.empty() || !stands_for_itself(review.inputs[in.unit.value])) return false;
  if (d.form != DefinitionForm::quoted && d.form != DefinitionForm::table && d.form != DefinitionForm::alias) return false;
  return !(d.scope && d.reach_stated) && d.within.empty() && d.context.empty();
}

std::vector<Span> meaning_tokens(const std::string& meaning) {
  auto tokens = diff_tokens(meaning);
  std::erase_if(tokens, [&](Span token) {
    const auto text = slice(meaning, token);
    return text.size() == 1 && std::string_view(".,;:\"'()").find(text.front()) != std::string_view::npos;
  });
  while (!tokens.empty()) {
    const auto first = fold(slice(meaning, tokens.front()));
    if (first != "means" && first != "mean" && first != "the" && first != "a" && first != "an") break;
    tokens.erase(tokens.begin());
  }
  while (!tokens.empty() && (slice(meaning, tokens.back()) == "and" || slice(meaning, tokens.back()) == "or"))
    tokens.pop_back();  // "…; and" of a list
  return tokens;
}

std::string words_between(const std::string& text, const std::vector<Span>& tokens, Span which) {
  if (which.empty()) return "nothing";
  std::string words(slice(text, {tokens[which.begin].begin, tokens[which.end - 1].end}));
  constexpr std::size_t room = 60;
  if (words.size() > room) words = words.substr(0, words.rfind(' ', room)) + " …";
  return '"' + words + '"';
}

/// Whether a definition is the code's own name for itself: then each code must differ.
bool names_own_code(const Review& review, In<Definition> in) {
  const auto& unit = review.units[in.unit];
  const auto& d = unit.definitions[in.id];
  const auto folded = fold_phrase(d.meaning);
  const auto within = [&](const std::string& name) { return !name.empty() && folded.find(fold_phrase(name)) != std::string::npos; };
  if (d.folded == "code" || d.folded == "agreement" || d.folded == "this code" || d.folded == "this agreement") return true;
  return std::any_of(review.project.codes.begin(), review.project.codes.end(),
                     [&](const CodeEntry& code) { return code.id == unit.code && (within(code.name) || within(code.id)); });
}

/// The code in its own words is the same in every code: "this Agreement", "the Code".
std::vector<std::string> comparable_words(const std::string& text, const std::vector<Span>& tokens) {
  std::vector<std::string> out;
  for (const auto token : tokens) {
    auto word = fold(slice(text, token));
    if (word == "agreement") word = "code";
    if (word == "this") word = "the";
    out.push_back(std::move(word));
  }
  return out;
}

/// "five" / "three"; empty where both say the same.
std::string difference_of(const std::string& one, const std::string& other) {
  const auto first = meaning_tokens(one), second = meaning_tokens(other);
  Numbering numbering;
  const auto numbers = [&](const std::string& text, const std::vector<Span>& tokens) {
    std::vector<std::uint32_t> out;
    for (const auto& word : comparable_words(text, tokens)) out.push_back(token_number(word, numbering));
    return out;
  };
  const auto changes = words_diff(numbers(one, first), numbers(other, second));
  std::string out;
  for (std::size_t i = 0; i < changes.size() && i < 3; ++i)
    out += (out.empty() ? "" : "; ") + words_between(one, first, changes[i].before) + " / " + words_between(other, second, changes[i].after);
  if (changes.size() > 3) out += "; and " + std::to_string(changes.size() - 3) + " more";
  return out;
}

}  // namespace

std::vector<TermConflict> link_term_conflicts(const Review& review, const Table<Term>& terms) {
  std::vector<TermConflict> conflicts;
  for (const auto& term : terms) {
    std::map<std::pair<std::size_t, std::string>, In<Definition>> of_code;
    std::map<std::string, bool> pointed;
    for (const auto& in : term.definitions) {
      if (!is_comparable(review, in) || names_own_code(review, in)) continue;
      const auto& d = review.units[in.unit].definitions[in.id];
      const auto& code = review.units[in.unit].code;
      pointed[code] = pointed[code] || d.pointer;  // a code that sends its reader elsewhere says nothing of its own
      const auto [at, fresh] = of_code.try_emplace(order_of(review, code), in);
      if (!fresh && d.reach > review.units[at->second.unit].definitions[at->second.id].reach) at->second = in;
    }
    for (auto one = of_code.begin(); one != of_code.end(); ++one)
      for (auto other = std::next(one); other != of_code.end(); ++other) {
        if (pointed[one->first.second] || pointed[other->first.second]) continue;
        const auto& a = review.units[one->second.unit].definitions[one->second.id];
        const auto& b = review.units[other->second.unit].definitions[other->second.id];
        auto difference = difference_of(a.meaning, b.meaning);
        if (!difference.empty()) conflicts.push_back({one->second, other->second, std::move(difference)});
      }
  }
  return conflicts;
}

}  // namespace dovetail
