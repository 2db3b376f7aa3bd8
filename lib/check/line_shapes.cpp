// Judges one line by its own words.
#include "check/line_shapes.h"

#include <algorithm>
#include <array>

#include "check/capital_words.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Whether words are all capitals, numbers and what joins them.
bool is_name_like(std::string_view text) {
  const auto all = words(text);
  return std::all_of(all.begin(), all.end(), [&](Span word) { return !starts_lower(slice(text, word)) || joins_names(slice(text, word)); });
}

}  // namespace

bool is_filled_in(std::string_view line) {
  static const Pattern deed = Pattern::literal(R"re(^(?:signed|executed|sealed|witnessed|in witness|for and on behalf of|dated)\b)re", true);
  static const Pattern field = Pattern::literal(R"re(^[A-Z][\pL'()/]*(?: [\pL'()/]+){0,4}: \PP[^.;]*$)re");
  return deed.find(line) || field.find(line);
}

bool is_field_label(std::string_view line, std::uint32_t begin, std::uint32_t end) {
  static const Pattern instruction = Pattern::literal(R"re( \([^()]{2,60}\):)re");
  if (const auto behind = instruction.match_at(line, end)) end = behind->span.end - 1;
  if (end >= line.size() || line[end] != ':') return false;
  return !trim(line.substr(end + 1)).empty() || is_name_like(line.substr(0, begin));
}

bool is_run_in_heading(std::string_view line, std::uint32_t begin) {
  const auto number = line.find_first_not_of("0123456789.() \"");
  const auto stop = number == std::string_view::npos ? number : line.find(". ", number);
  if (stop == std::string_view::npos || stop < begin) return false;
  const auto heading = line.substr(number, stop - number);
  const auto all = words(heading);
  return all.size() <= 6 && std::none_of(all.begin(), all.end(), [&](Span word) { return is_verb_of_subject(slice(heading, word)); });
}

bool is_in_address(std::string_view line, std::uint32_t begin) {
  static const Pattern postcode = Pattern::literal(R"re(\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b)re");
  const auto found = postcode.find(line, begin);
  if (!found || found->span.begin - begin > 160) return false;
  const auto between = line.substr(begin, found->span.begin - begin);
  const auto all = words(between);
  return std::count_if(all.begin(), all.end(), [&](Span word) { return starts_lower(slice(between, word)) && !joins_names(slice(between, word)); }) <=
         1;
}

bool is_line_of_code(std::string_view line) {
  static const Pattern marks = Pattern::literal(
      R"re([A-Za-z0-9]_[A-Za-z0-9]|\(\)|\(\*\)|[=!]=|:=|^[A-Z]{2,},["[A-Z0-9]|</?[A-Za-z][A-Za-z0-9]*>|\{"|[A-Za-z0-9]\.[a-z]+\()re");
  static const Pattern query =
      Pattern::literal(R"re(\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\b.*\b(?:FROM|SET|VALUES|WHERE|INTO)\b)re");
  return marks.find(line).has_value() || query.find(line).has_value();
}

bool is_in_title_case(std::string_view line, bool cell) {
  if (!starts_upper(line)) return false;
  std::size_t capitals = 0, small = 0;
  for (const auto span : words(line)) {
    const auto word = slice(line, span);
    if (!cell && (word == "the" || word == "a" || word == "an")) return false;
    if (word.size() < 4 && !starts_upper(word)) continue;
    (starts_upper(word) ? capitals : small) += 1;
  }
  return small == 0 && capitals >= (cell ? 3 : 4) && !line.ends_with('.') && !line.ends_with(';');
}

bool is_caption(std::string_view line) {
  static const Pattern caption = Pattern::literal(
      R"re(^(?:Table|Figure|Form|Box|Chart|Diagram|Part|Annex|Appendix|Schedule|Template|Worked Example|Example) [A-Z]?[0-9]{0,3}[A-Za-z]?(?:\.[0-9]+)? ?[:–—-] ?\S[^.;]*$)re");
  return caption.find(line).has_value();
}

bool is_form_line(std::string_view line) {
  static const Pattern option =
      Pattern::literal(R"re(^(?:\([a-z0-9]{1,3}\) ?)?(?:[☐☑☒□■▢◻✓✔✗]|\[[ xX]?\] )|[☐☑☒□▢◻]|(?:\[[ xX]?\] [A-Z][^\[]*){2})re");
  static const Pattern blank = Pattern::literal(R"re(\.{5,}|_{4,}|…{2,}|(?:\. ){4,})re");
  static const Pattern letter = Pattern::literal(R"re(^(?:dear|yours) [^.]*$)re", true);
  return option.find(line) || blank.find(line) || letter.find(line);
}

bool is_unfinished_name(std::string_view line) {
  static const Pattern end = Pattern::literal(R"re([\pL0-9)]$)re");
  return words(line).size() <= 7 && starts_upper(line) && is_name_like(line) && end.find(line).has_value();
}

bool is_placeholder(std::string_view line, std::uint32_t begin, std::uint32_t end) {
  const auto open = line.substr(0, begin).rfind('[');
  if (open == std::string_view::npos) return false;
  const auto close = line.find(']', open);
  if (close == std::string_view::npos || close < end) return false;
  const auto inside = line.substr(open + 1, close - open - 1);
  return words(inside).size() <= 6 && inside.find_first_of(".;") == std::string_view::npos && is_name_like(inside.substr(begin - open - 1));
}

}  // namespace dovetail
