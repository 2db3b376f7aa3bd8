// Looks at the line that a phrase stands in, and at the headings above it.
#include "check/term_places.h"

#include <algorithm>
#include <array>

#include "check/capital_words.h"
#include "model/locate.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// "Signed by Jane Doe for and on behalf of …", "Name: Jane Doe": lines of a form or of a deed's end.
bool is_filled_in(std::string_view line) {
  static const Pattern deed = Pattern::literal(R"re(^(?:signed|executed|sealed|witnessed|in witness|for and on behalf of|dated)\b)re", true);
  static const Pattern field = Pattern::literal(R"re(^[A-Z][\pL'()/]*(?: [\pL'()/]+){0,4}: \PP[^.;]*$)re");
  return deed.find(line) || field.find(line);
}

/// Whether words are all capitals, numbers and what joins them.
bool is_name_like(std::string_view text) {
  const auto all = words(text);
  return std::all_of(all.begin(), all.end(), [&](Span word) { return !starts_lower(slice(text, word)) || joins_names(slice(text, word)); });
}

/// "Effective Date: 1 May", "Signature of Authorised Person:": a colon with a value behind it, or behind a line of nothing but names, ends the name
/// of a field. Where it ends a sentence, a list follows.
bool is_field_label(std::string_view line, std::uint32_t begin, std::uint32_t end) {
  if (end >= line.size() || line[end] != ':') return false;
  return !trim(line.substr(end + 1)).empty() || is_name_like(line.substr(0, begin));
}

/// "4. Equitable Relief. A breach …": a few words with a stop of their own, and no verb, head the paragraph.
bool is_run_in_heading(std::string_view line, std::uint32_t begin) {
  const auto number = line.find_first_not_of("0123456789.() \"");
  const auto stop = number == std::string_view::npos ? number : line.find(". ", number);
  if (stop == std::string_view::npos || stop < begin) return false;
  const auto heading = line.substr(number, stop - number);
  const auto all = words(heading);
  return all.size() <= 6 && std::none_of(all.begin(), all.end(), [&](Span word) { return is_verb_of_subject(slice(heading, word)); });
}

/// "Second Floor, 8 Fenchurch Place, London EC3M 4AJ": a postcode behind the words, and no sentence in between.
bool is_in_address(std::string_view line, std::uint32_t begin) {
  static const Pattern postcode = Pattern::literal(R"re(\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b)re");
  const auto found = postcode.find(line, begin);
  if (!found || found->span.begin - begin > 160) return false;
  const auto between = line.substr(begin, found->span.begin - begin);
  const auto all = words(between);
  return std::count_if(all.begin(), all.end(), [&](Span word) { return starts_lower(slice(between, word)) && !joins_names(slice(between, word)); }) <=
         1;
}

/// A line of a program, a query or a message: names joined by underscores, shouted keywords, marks that no sentence has.
bool is_line_of_code(std::string_view line) {
  static const Pattern marks = Pattern::literal(
      R"re([A-Za-z0-9]_[A-Za-z0-9]|\(\)|\(\*\)|[=!]=|:=|^[A-Z]{2,},["[A-Z0-9]|</?[A-Za-z][A-Za-z0-9]*>|\{"|[A-Za-z0-9]\.[a-z]+\()re");
  static const Pattern query =
      Pattern::literal(R"re(\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\b.*\b(?:FROM|SET|VALUES|WHERE|INTO)\b)re");
  return marks.find(line).has_value() || query.find(line).has_value();
}

/// "Answer To Match Request Within One Hour": where all long words have capitals, none of them says anything.
bool is_in_title_case(std::string_view line) {
  if (!starts_upper(line)) return false;
  std::size_t capitals = 0, small = 0;
  for (const auto span : words(line)) {
    const auto word = slice(line, span);
    if (word == "the" || word == "a" || word == "an") return false;
    if (word.size() < 4 && !starts_upper(word)) continue;
    (starts_upper(word) ? capitals : small) += 1;
  }
  return small == 0 && capitals >= 4 && !line.ends_with('.') && !line.ends_with(';');
}

}  // namespace

TermPlaces::TermPlaces(const Document& document, const Unit& unit) : document_(document), unit_(unit) {}

TermPlaces::Place TermPlaces::place_of(Span span) const {
  const auto& projection = unit_.projection(View::proposed);
  const auto begin = projection.from_source(span.begin), end = projection.from_source(span.end);
  const auto line = line_at(projection, begin);
  if (!line) return {};
  const auto whole = projection.lines[*line].span;
  return {slice(projection.text, whole), begin - whole.begin, std::min(end, whole.end) - whole.begin};
}

bool TermPlaces::is_no_sentence(Span span) const {
  const auto [line, begin, end] = place_of(span);
  if (line.empty()) return false;
  const bool whole_line = begin == 0 && end == line.size();  // the title of what follows it
  return whole_line || is_whole_cell(span) || is_field_label(line, begin, end) || is_run_in_heading(line, begin) || is_in_address(line, begin) ||
         is_line_of_code(line) || is_in_title_case(line) || is_filled_in(line) || is_in_form(span);
}

/// A cell that says nothing else is a label of its row: a party of an applicability matrix, a role of a timetable.
bool TermPlaces::is_whole_cell(Span span) const {
  const auto line = line_at(unit_.projection(View::proposed), unit_.projection(View::proposed).from_source(span.begin));
  if (!line) return false;
  const auto& where = document_.paragraphs[unit_.projection(View::proposed).lines[*line].paragraph];
  return where.cell && span.begin - where.span.begin + (where.span.end - span.end) <= 2;
}

/// "Schedule 1 – Form of Letter of Credit": what is to be filled in or copied has the capitals of forms.
bool TermPlaces::is_in_form(Span span) const {
  static const Pattern form =
      Pattern::literal(R"re(^(?:(?:standard |specimen |draft )?forms? of |pro-?forma|template|specimen )|\bpro-?forma$|\btemplate$)re", true);
  for (auto id = provision_at(unit_, View::proposed, span.begin); id; id = unit_.provisions[id].parent[index(View::proposed)])
    if (form.find(unit_.provisions[id].heading[index(View::proposed)])) return true;
  return false;
}

bool TermPlaces::is_code(Span span) const { return is_line_of_code(place_of(span).line); }

bool TermPlaces::says_where_defined(Span span) const {
  static const Pattern before =
      Pattern::literal(R"re(\b(?:defined|meanings?(?: given)?(?: to (?:it|them|that term|those terms))?) (?:in|by|under) (?:the |a )?$)re", true);
  static const Pattern where = Pattern::literal(
      "s? ?,? ?\\(?(?:each )?(?:as|has the meaning) (?:such (?:a )?terms? (?:is|are) )?(?:defined|given|set out) (?:in|under|by) ", true);
  const auto [line, begin, end] = place_of(span);
  return !line.empty() && (where.match_at(line, end) || before.find(line.substr(0, begin)));
}

bool TermPlaces::goes_on_to_year(Span span) const {
  static const Pattern year =
      Pattern::literal(R"re(\)? ?(?:\([^()]{3,80}\) ?)?(?:(?:[A-Z][\pL'-]*|of|and|for|the|etc\.?),? ){0,6}?\(?(?:19|20)[0-9]{2}\b)re");
  static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
  const auto [line, begin, end] = place_of(span);
  const auto found = line.empty() ? std::nullopt : year.match_at(line, end);
  if (!found) return false;
  const auto between = slice(line, found->span);
  return std::none_of(months.begin(), months.end(), [&](std::string_view month) { return between.find(month) != std::string_view::npos; });
}

bool TermPlaces::is_name_behind_id(Span span) const {
  static const Pattern id = Pattern::literal(
      R"re((?:^|[ (])[A-Z]{1,5}-?[A-Z]?[0-9]{3,5}[A-Z]?:? ['"(]?(?:(?:[A-Z][\pL'()/-]*|of|and|or|for|the|to|in|on|with|by|as) ){0,12}$)re");
  const auto [line, begin, end] = place_of(span);
  return begin > 2 && id.find(line.substr(0, begin)).has_value();
}

}  // namespace dovetail
