// The shape of provisions: endings of lists, emptiness, pairs of marks.
#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

#include "base/ascii.h"
#include "check/judged.h"
#include "check/make_finding.h"
#include "check/shared.h"
#include "check/structure.h"
#include "text/pattern.h"
#include "text/quotation_mark.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::string_view line_text(const Unit& unit, View view, std::size_t line) {
  const auto& projection = unit.projection(view);
  return line < projection.lines.size() ? trim(slice(projection.text, projection.lines[line].span)) : std::string_view();
}

/// The last words of a provision and of all that stands below it.
std::string_view last_words(const Unit& unit, const Provision& p, View view) {
  for (std::size_t line = p.last_line[index(view)]; line-- > p.lines[index(view)].begin;)
    if (const auto words = line_text(unit, view, line); !words.empty()) return words;
  return {};
}

// --- list endings ---

enum class Fault : std::uint8_t { none, no_joining_word, joined_elsewhere, full_stop_inside, semicolon_last, joins_nothing };

struct Ending {
  Fault fault = Fault::none;
  Id<Provision> at;
  Id<Provision> joined;  // joined_elsewhere: the item that ends with the "and" or "or"
};

bool joins(std::string_view words) {
  while (!words.empty() && std::string_view(" ,:-").find(words.back()) != std::string_view::npos) words.remove_suffix(1);
  static constexpr std::array<std::string_view, 5> ends{"d", "r", "t", "n", "s"};  // of and, or, but, then, plus, less, minus
  if (words.empty() || std::find(ends.begin(), ends.end(), fold(words.substr(words.size() - 1))) == ends.end()) return false;
  static const Pattern joining = Pattern::literal("(?:^|[ ,;.)])(?:and|or|and/or|but|then|plus|less|minus)[ ,:-]*$", true);
  return bool(joining.find(words));
}

/// The words that lead into a list: what stands in front of its first item.
std::string lead_in(const Unit& unit, const SiblingRun& run, View view) {
  const auto& first = unit.provisions[run.siblings.front().id];
  const auto line = first.lines[index(view)].begin;
  std::string words;
  if (line > 0 && run.parent && unit.provisions[run.parent].lines[index(view)].begin < line) words = line_text(unit, view, line - 1);
  return words;
}

bool has_sentences(std::string_view words) {
  static const Pattern inner = Pattern::literal("[a-z)][.] [A-Z]");
  return bool(inner.find(words));
}

/// Whether a list is one sentence whose items are told apart by ";" or ",": only then its endings say anything.
bool is_sentence_list(const Unit& unit, const SiblingRun& run, View view) {
  const auto lead = fold(lead_in(unit, run, view));
  static const Pattern led = Pattern::literal(
      "\\b(?:(?:any|each|all|every|either|none|some)(?: one)?(?:,? (?:or|and) (?:more|all|both))?(?: of\\b|\\W*$)|following|one or more|"
      "these|those|below|such as|examples?|includ[a-z]+)");
  if (!(lead.ends_with(':') || lead.ends_with('-') || lead.ends_with("\xE2\x80\x93") || lead.ends_with("\xE2\x80\x94")) || led.find(lead))
    return false;
  // The rule is one of English: of other languages (the Welsh text of an Act) it says nothing.
  static const Pattern english =
      Pattern::literal("\\b(?:the|of|to|an|is|are|be|for|by|with|where|if|when|unless|shall|must|may|will|has|have|that|which|this|and|or)\\b");
  if (!english.find(lead)) return false;
  // Instructions to amend another text: "(a) in paragraph 2, omit "and"; (b) insert …".
  static const Pattern amends = Pattern::literal("\\b(?:insert(?:ed)?|substituted?|omit(?:ted)?|leave out|repealed|amended)\\b");
  if (amends.find(lead)) return false;
  std::size_t semicolons = 0;
  for (const auto& sibling : run.siblings) {
    const auto& p = unit.provisions[sibling.id];
    if (p.kind != ProvisionKind::item || p.not_used[index(view)] || sibling.letters == "+") return false;
    if (p.lines[index(view)].size() > 1 || p.last_line[index(view)] - p.lines[index(view)].begin > 1)
      return false;  // other text, or a list, in an item
    for (auto line = p.lines[index(view)].begin; line < p.lines[index(view)].end; ++line)
      if (has_sentences(line_text(unit, view, line)) || amends.find(line_text(unit, view, line))) return false;
    static const Pattern mark = Pattern::literal(";(?: (?:and|or|and/or))?$");
    semicolons += mark.find(last_words(unit, p, view)) ? 1U : 0U;
  }
  return semicolons * 2 + 1 >= run.siblings.size() && semicolons > 0;
}

bool is_in_cell_or_entry(const Review& review, const Unit& unit, const SiblingRun& run) {
  const auto& document = review.documents[unit.document];
  for (const auto& sibling : run.siblings)
    if (const auto paragraph = unit.provisions[sibling.id].paragraph; paragraph && document.paragraphs[paragraph].cell) return true;
  for (auto at = run.parent; at; at = unit.provisions[at].parent[1])
    if (unit.provisions[at].kind == ProvisionKind::entry || unit.provisions[at].kind == ProvisionKind::row) return true;
  return false;
}

/// Whether words go on behind a list: its last item does not end the sentence.
bool goes_on(const Unit& unit, const SiblingRun& run, View view) {
  const auto& last = unit.provisions[run.siblings.back().id];
  if (run.parent && unit.provisions[run.parent].kind == ProvisionKind::item) return true;  // an outer list goes on
  const auto next = line_text(unit, view, last.last_line[index(view)]);
  const bool holds = run.parent && unit.provisions[run.parent].last_line[index(view)] > last.last_line[index(view)];
  return holds && !next.empty();
}

/// What is wrong with the endings of a list, if they say anything.
Ending ending_at_fault(const Unit& unit, const SiblingRun& run, View view) {
  Id<Provision> joined;  // the last item but the last that ends so
  for (std::size_t i = 0; i + 1 < run.siblings.size(); ++i) {
    const auto& p = unit.provisions[run.siblings[i].id];
    const auto words = last_words(unit, p, view);
    if (joins(words)) joined = run.siblings[i].id;
    if (words.ends_with('.') && !words.ends_with("..") && !words.ends_with("etc.")) return {Fault::full_stop_inside, run.siblings[i].id, {}};
  }
  const auto& last = unit.provisions[run.siblings.back().id];
  const auto last_line = fold(line_text(unit, view, last.lines[index(view)].begin));
  const bool begins_joined = last_line.find(") and ") != std::string::npos || last_line.find(") or ") != std::string::npos ||
                             last_line.starts_with("and ") || last_line.starts_with("or ");
  const auto last_but_one = run.siblings[run.siblings.size() - 2].id;
  if (!joined && !begins_joined) return {Fault::no_joining_word, last_but_one, {}};
  // Left behind where items were put in after it.
  if (joined && joined != last_but_one && !begins_joined && last_words(unit, unit.provisions[last_but_one], view).ends_with(';'))
    return {Fault::joined_elsewhere, last_but_one, joined};
  if (last_words(unit, last, view).ends_with(';') && !goes_on(unit, run, view)) return {Fault::semicolon_last, run.siblings.back().id, {}};
  return {};
}

Ending wrong_ending(const Review& review, const Unit& unit, const SiblingRun& run, View view) {
  if (!run.items) return {};
  auto ending = run.siblings.size() < 2 ? Ending() : ending_at_fault(unit, run, view);
  const auto last = run.siblings.back().id;  // "…; and" at the end of all: what it joined is gone
  if (ending.fault == Fault::none && joins(last_words(unit, unit.provisions[last], view)) && !goes_on(unit, run, view))
    ending = {Fault::joins_nothing, last, {}};
  const bool judged = ending.fault != Fault::none && !is_in_cell_or_entry(review, unit, run) && is_sentence_list(unit, run, view);
  return judged ? ending : Ending();
}

std::string fault_words(Fault fault) {
  switch (fault) {
    case Fault::no_joining_word:
      return "no \"and\" or \"or\" stands before the last item of this list";
    case Fault::joined_elsewhere:
      return "the \"and\" or \"or\" of this list does not stand before its last item";
    case Fault::full_stop_inside:
      return "a full stop ends an item inside a list";
    case Fault::joins_nothing:
      return "the last item of a list ends with \"and\" or \"or\"";
    case Fault::semicolon_last:
      return "the last item of a list ends with a semicolon";
    default:
      return {};
  }
}

// --- pairs of marks ---

struct Unpaired {
  std::uint32_t offset = 0;  // in the projection
  char mark = 0;
};

/// A letter, a figure or a roman number of its own in front of the bracket.
bool stands_behind_label(std::string_view text, std::uint32_t bracket) {
  if (text[bracket] != ')') return false;
  std::uint32_t begin = bracket;
  while (begin > 0 && bracket - begin < 4 && std::isalnum(static_cast<unsigned char>(text[begin - 1]))) --begin;
  const auto label = text.substr(begin, bracket - begin);
  const bool letter_or_roman = label.size() == 1 || label.find_first_not_of("ivx") == std::string_view::npos;
  return !label.empty() && letter_or_roman && begin > 0 && text[begin - 1] == ' ';
}

/// "act a) now; or b) later", "3.1 a) or b), in which case", and the last of "(other than 7.1 c))".
bool is_inline_label(std::string_view text, std::uint32_t bracket) {
  if (stands_behind_label(text, bracket)) {
    const char next = bracket + 1 < text.size() ? text[bracket + 1] : '.';
    if (next == ' ') return true;
    const auto before = text.substr(0, text.rfind(' ', bracket));
    const bool listed = before.ends_with(" or") || before.ends_with(" and") || before.ends_with(" to") ||
                        (!before.empty() && std::isdigit(static_cast<unsigned char>(before.back())));
    return listed && std::string_view(",;:.\n").find(next) != std::string_view::npos;
  }
  return bracket > 0 && text[bracket] == ')' && stands_behind_label(text, bracket - 1);
}

/// The first bracket of `text` without its partner; labels of lists ("a)", "(1)" whole) at the start of lines are none. Offsets are in `text`.
std::optional<Unpaired> unpaired_bracket(std::string_view text) {
  std::vector<Unpaired> open;
  bool line_start = true;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '(' || c == '[') open.push_back({i, c});
    if (c == ')' || c == ']') {
      const char partner = c == ')' ? '(' : '[';
      if (!open.empty() && open.back().mark == partner)
        open.pop_back();
      else if (!line_start && !is_inline_label(text, i))
        return Unpaired{i, c};
    }
    if (c == '\n')
      line_start = true;
    else if (c == ' ' || (line_start && i > 0 && c == ')'))
      line_start = false;
  }
  return open.empty() ? std::nullopt : std::optional(open.front());
}

/// The first quotation mark of `text` without its partner. Feet and inches are behind figures; a mark at the start of a line may quote many lines.
std::optional<Unpaired> unpaired_quote(std::string_view text) {
  std::vector<std::uint32_t> marks;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (text[i] != '"') continue;
    const bool inches = i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9' && marks.size() % 2 == 0;
    if (!inches) marks.push_back(i);
  }
  if (marks.size() % 2 == 0) return std::nullopt;
  return Unpaired{marks.back(), '"'};
}

/// The lines of a numbered provision and of its items, up to the next numbered one.
Span chunk_of(const Unit& unit, std::size_t first, View view) {
  const auto v = index(view);
  const auto& p = unit.provisions[Table<Provision>::id_at(first)];
  Span lines{p.lines[v].begin, p.last_line[v]};
  for (std::size_t i = first + 1; i < unit.provisions.size(); ++i) {
    const auto& next = unit.provisions[Table<Provision>::id_at(i)];
    if (!next.views.has(view)) continue;
    if (next.kind == ProvisionKind::item && next.lines[v].begin < lines.end) continue;
    lines.end = std::clamp(next.lines[v].begin, lines.begin + 1, lines.end);
    break;
  }
  return lines;
}

/// Whether a line holds a bracket or a quotation mark.
bool has_mark(std::string_view words) {
  for (const char mark : {'(', ')', '"', '[', ']'})
    if (words.find(mark) != std::string_view::npos) return true;
  return false;
}

/// Whether the lines of a chunk are a part of the text's own that unpaired_in looks at.
bool is_judged_line(const Document& document, const Projection& projection, std::uint32_t line) {
  const auto& paragraph = document.paragraphs[projection.lines[line].paragraph];
  return paragraph.part == Part::body && !paragraph.cell;
}

/// Whether every bracket of a chunk closes the last that is open, none stays open, and the quotation marks are even: then nothing is wrong, whatever
/// the brackets are. Takes no memory; nearly all chunks are so.
bool is_plainly_paired(const Document& document, const Projection& projection, Span lines) {
  std::array<char, 16> open{};
  std::size_t depth = 0, quotes = 0;
  for (auto line = lines.begin; line < lines.end; ++line) {
    if (!is_judged_line(document, projection, line)) continue;
    const auto words = slice(projection.text, projection.lines[line].span);
    if (!has_mark(words)) continue;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const char c = words[i];
      if (c == '(' || c == '[') {
        if (depth == open.size()) return false;
        open[depth++] = c;
      } else if (c == ')' || c == ']') {
        if (depth == 0 || open[--depth] != (c == ')' ? '(' : '[')) return false;
      } else if (c == '"') {
        if (i > 0 && is_digit(words[i - 1])) return false;  // inches, perhaps
        ++quotes;
      }
    }
  }
  return depth == 0 && quotes % 2 == 0;
}

/// What of a chunk has no partner, each kind of mark on its own. Mathematical intervals "[0, 1)" and quotations of many lines are let be.
std::vector<Unpaired> unpaired_in(const Document& document, const Unit& unit, Span lines, View view) {
  const auto& projection = unit.projection(view);
  lines.end = std::min(lines.end, static_cast<std::uint32_t>(projection.lines.size()));
  if (is_plainly_paired(document, projection, lines)) return {};
  std::string text;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> starts;  // in text, in the projection
  bool line_begins_quoted = false;
  for (auto line = lines.begin; line < lines.end; ++line) {
    const auto words = slice(projection.text, projection.lines[line].span);
    if (!is_judged_line(document, projection, line) || !has_mark(words)) continue;
    starts.emplace_back(static_cast<std::uint32_t>(text.size()), projection.lines[line].span.begin);
    line_begins_quoted = line_begins_quoted || behind_opening_mark(words);
    text += std::string(words) + "\n";
  }
  if (text.empty()) return {};
  static const Pattern interval = Pattern::literal("[\\[(] ?[-+]?[0-9A-Za-z.]+ ?, ?[-+]?[0-9A-Za-z.]+ ?[\\])]");
  std::vector<Unpaired> found;
  const auto back = [&](Unpaired one) {
    auto at = std::upper_bound(starts.begin(), starts.end(), one.offset, [](std::uint32_t o, const auto& s) { return o < s.first; });
    --at;
    one.offset = at->second + (one.offset - at->first);
    return one;
  };
  if (const auto bracket = unpaired_bracket(text); bracket && !interval.find(text)) found.push_back(back(*bracket));
  if (const auto quote = unpaired_quote(text); quote && !line_begins_quoted) found.push_back(back(*quote));
  return found;
}

}  // namespace

void check_list_ending(const Review& review, const Rule& rule, Checked& checked) {
  for (const auto id : judged_units(review)) {
    const auto& unit = review.units[id];
    if (unit.lost.text || unit.lost.layout) continue;
    std::set<std::pair<Id<Provision>, Fault>> before;
    if (unit.has_changes)
      for (const auto& run : shared_work(review, checked).sibling_runs(id, View::baseline))
        if (const auto ending = wrong_ending(review, unit, run, View::baseline); ending.fault != Fault::none)
          before.insert({ending.at, ending.fault});
    for (const auto& run : shared_work(review, checked).sibling_runs(id, View::proposed)) {
      const auto ending = wrong_ending(review, unit, run, View::proposed);
      if (ending.fault == Fault::none) continue;
      const auto& p = unit.provisions[ending.at];
      auto finding = make_finding(review, rule, id, p.span, {unit.has_changes ? before.contains({ending.at, ending.fault}) : p.views.baseline, true});
      finding.label = p.label[1];
      finding.message = fill(rule.message, {{"label", finding.label}, {"what", fault_words(ending.fault)}});
      finding.key = finding.label;
      if (const auto joined = ending.joined)
        finding.notes.push_back({{unit.document, unit.provisions[joined].span}, unit.provisions[joined].label[1], "it ends this item"});
      checked.findings.push_back(std::move(finding));
    }
  }
}

void check_unbalanced(const Review& review, const Rule& rule, Checked& checked) {
  for (const auto id : judged_units(review)) {
    const auto& unit = review.units[id];
    const auto& document = review.documents[unit.document];
    if (unit.lost.text || unit.lost.layout) continue;
    for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
      const auto& p = unit.provisions[Table<Provision>::id_at(i)];
      if (!p.views.proposed || p.quoted || (p.kind != ProvisionKind::numbered && p.kind != ProvisionKind::entry)) continue;
      for (const auto& one : unpaired_in(document, unit, chunk_of(unit, i, View::proposed), View::proposed)) {
        const bool old = p.views.baseline && unit.has_changes && [&] {
          const auto was = unpaired_in(document, unit, chunk_of(unit, i, View::baseline), View::baseline);
          return std::any_of(was.begin(), was.end(), [&](const Unpaired& w) { return w.mark == one.mark; });
        }();
        const auto source = unit.projection(View::proposed).to_source({one.offset, one.offset + 1});
        auto finding = make_finding(review, rule, id, source, {old || !unit.has_changes, true});
        finding.message = fill(rule.message, {{"label", finding.label}, {"mark", std::string(1, one.mark)}});
        finding.key = p.label[1] + " " + std::string(1, one.mark);
        checked.findings.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace dovetail
