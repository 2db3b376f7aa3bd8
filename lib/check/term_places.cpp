// Looks at the line that a phrase stands in, and at the headings above it.
#include "check/term_places.h"

#include <algorithm>
#include <array>

#include "base/holds.h"
#include "check/line_shapes.h"
#include "check/term_explained.h"
#include "model/locate.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

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
  const auto& projection = unit_.projection(View::proposed);
  const auto own = line_at(projection, projection.from_source(span.begin));
  const bool in_cell = static_cast<bool>(document_.paragraphs[projection.lines[*own].paragraph].cell);
  return whole_line || is_whole_cell(span) || is_field_label(line, begin, end) || is_run_in_heading(line, begin) || is_in_address(line, begin) ||
         is_line_of_code(line) || is_in_title_case(line, in_cell) || is_filled_in(line) || is_caption(line) || is_form_line(line) ||
         is_unfinished_name(line) || is_placeholder(line, begin, end) || is_in_form(span);
}

bool TermPlaces::is_label(Span span) const {
  const auto [line, begin, end] = place_of(span);
  return !line.empty() && ((begin == 0 && end == line.size()) || is_whole_cell(span) || is_field_label(line, begin, end));
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

bool TermPlaces::says_what_it_is(Span span) const {
  const auto [line, begin, end] = place_of(span);
  if (line.empty()) return false;
  const auto& projection = unit_.projection(View::proposed);
  const auto own = *line_at(projection, projection.from_source(span.begin));
  const auto next = own + 1 < projection.lines.size() ? slice(projection.text, projection.lines[own + 1].span) : std::string_view();
  return is_explained(line, begin, end, next);
}

bool TermPlaces::names_a_form(Span span) const {
  static const Pattern head = Pattern::literal(R"re((?:^|[:–—-] ?|[☐☑☒□■▢◻✓✔✗] ?|\[[ xX]?\] ?)$)re");
  const auto [line, begin, end] = place_of(span);
  return !line.empty() && end == line.size() && (is_caption(line) || is_form_line(line)) && head.find(line.substr(0, begin));
}

namespace {

/// "The classes are: Onshore Wind; Offshore Wind; …": the names of many things one after the other, each by itself.
bool is_listed_in_line(std::string_view before, std::string_view behind) {
  const auto items = std::count(before.begin(), before.end(), ';') + std::count(behind.begin(), behind.end(), ';');
  const bool opened = before.ends_with("; ") || before.ends_with("; and ") || before.ends_with(": ");
  return items >= 4 && opened && (behind.starts_with(';') || behind == ".");
}

}  // namespace

bool TermPlaces::names_party_category(Span span) const {
  const auto line = line_at(unit_.projection(View::proposed), unit_.projection(View::proposed).from_source(span.begin));
  if (!line || !is_whole_cell(span)) return false;
  const auto cell = document_.paragraphs[unit_.projection(View::proposed).lines[*line].paragraph].cell;
  const auto next = Id<Cell>(cell.value + 1);
  if (next.value >= document_.cells.size() || document_.cells[next].row != document_.cells[cell].row) return false;
  static constexpr std::array<std::string_view, 5> applies{"mandatory", "voluntary", "optional", "n/a", "not applicable"};
  return holds(applies, fold(trim(slice(document_.text, document_.cells[next].span))));
}

bool TermPlaces::is_name_by_its_neighbours(Span span) const {
  static const Pattern before = Pattern::literal(R"re(\b(?:document|publication|leaflet|booklet|titled|entitled|brand|trade name) $)re", true);
  static const Pattern behind = Pattern::literal(
      R"re(^(?: "[A-Z]| (?:to|of) which this [A-Z][a-z]+ (?:belongs|forms part|is part)\b| [A-Z]{1,4}-?[0-9]{1,5}\b|(?:,? (?:[A-Z][\pL-]*))*,? or (?:of |by |with |from |to )?(?:any |some )?(?:an)?other (?:named |such |similar |like )?(?:maker|manufacturer|make|brand|product|firm|company|vendor|supplier of software|software|bank|provider of software)\b))re");
  static const Pattern example = Pattern::literal(
      R"re(\b(?:firm|compan(?:y|ies)|bod(?:y|ies)|charit(?:y|ies)|adviser|consultant|manufacturer|maker|bank|insurer|publisher)s?,? such as (?:[A-Z][\pL&-]*(?: [A-Z][\pL&-]*)*(?:,|,? (?:and|or)) )*$)re");
  const auto [line, begin, end] = place_of(span);
  return !line.empty() && (before.find(line.substr(0, begin)) || example.find(line.substr(0, begin)) || behind.find(line.substr(end)) ||
                           is_listed_in_line(line.substr(0, begin), line.substr(end)));
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
  // "BS EN 62053-22 Electricity Metering Equipment (A.C.) - Particular Requirements - Static Meters"
  static const Pattern standard = Pattern::literal(
      R"re((?:^|[ (])(?:BS|EN|IEC|ISO|IEEE|PAS|DIN)(?:[ /](?:EN|IEC|ISO))* ?[0-9]{2,6}(?:-[0-9]+)*(?::[0-9]{4})?[:,]? (?:[A-Z(][\pL.'()/-]*,? (?:(?:[A-Z(][\pL.'()/-]*,?|[–—-]|of|and|or|for|to|in|on|with|by) ){0,16})?$)re");
  const auto [line, begin, end] = place_of(span);
  return begin > 2 && (id.find(line.substr(0, begin)) || standard.find(line.substr(0, begin)));
}

}  // namespace dovetail
