// Numbers with their units.
#include "check/amounts.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "base/holds.h"
#include "check/content_words.h"
#include "text/inflection.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

double value_of(std::string_view number) {
  static const std::map<std::string, double, std::less<>> names{
      {"one", 1},  {"two", 2},     {"three", 3},   {"four", 4},     {"five", 5},    {"six", 6},     {"seven", 7},  {"eight", 8},  {"nine", 9},
      {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"fifteen", 15}, {"twenty", 20}, {"thirty", 30}, {"sixty", 60}, {"ninety", 90}};
  const auto name = names.find(fold(number));
  if (name != names.end()) return name->second;
  std::string digits(number);
  std::erase(digits, ',');
  return std::strtod(digits.c_str(), nullptr);
}

// Amounts in units that convert share a unit.
void settle_unit(std::string_view words, Amount& amount) {
  const std::string unit = fold(words);
  const auto has_part = [&](std::string_view part) { return unit.find(part) != std::string::npos; };
  if (has_part("wd") || has_part("working") || has_part("business"))
    amount.unit = "working day";
  else if (has_part("minute") || has_part("min"))
    amount.unit = "minute";
  else if (has_part("hour") || has_part("hr"))
    amount.unit = "minute", amount.value *= 60;
  else if (has_part("week"))
    amount.unit = "day", amount.value *= 7;
  else if (has_part("month"))
    amount.unit = "month";
  else if (has_part("year"))
    amount.unit = "month", amount.value *= 12;
  else if (has_part("day") || has_part("cd"))
    amount.unit = "day";
  else if (has_part("%") || has_part("per"))
    amount.unit = "per cent";
  else
    amount.unit = unit;
}

std::set<std::string> content_beside(std::string_view text, Span words, const RoleNames& roles) {
  std::size_t begin = text.rfind(". ", words.begin), end = text.find(". ", words.end);
  if (begin == std::string_view::npos) begin = 0;
  if (end == std::string_view::npos) end = text.size();
  std::set<std::string> beside;
  for (const std::string& word : content_of(text.substr(begin, end - begin), roles))
    if (!word.starts_with('@') && word.find_first_of("0123456789") == std::string::npos) beside.insert(word);
  return beside;
}

void add_measures(std::string_view text, std::vector<Amount>& found) {
  static const Pattern pattern = Pattern::literal(
      "(?:^|[^\\pL\\pN.])([0-9]+(?:\\.[0-9]+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety)(?: "
      "?\\([0-9a-z]+\\))? ?-?"
      "(WDs?|CDs?|Working Days?|Business Days?|calendar days?|days?|hours?|hrs?|minutes?|mins?|weeks?|calendar months?|months?|years?|%|per "
      "cent|kWh|MWh|kW|MW|kVA|MVA)(?:$|[^\\pL\\pN])",
      true);
  for (auto match = pattern.find(text); match; match = pattern.find(text, std::max<std::size_t>(match->groups[1]->end, match->span.begin + 1))) {
    Amount amount{{}, value_of(slice(text, *match->groups[0])), true, {match->groups[0]->begin, match->groups[1]->end}, {}};
    settle_unit(slice(text, *match->groups[1]), amount);
    found.push_back(std::move(amount));
  }
}

/// Whether the word in front says that the number behind it is a name.
bool names_by_number(std::string_view before) {
  static const Pattern keyword = Pattern::literal(
      "(?i:(?:\\b(?:paragraphs?|sections?|clauses?|parts?|steps?|rows?|items?|conditions?|articles?|rules?|schedules?|appendix|annex|tables?|figures?"
      "|"
      "chapters?|procedures?|versions?|issues?|stages?|phases?|class|category|type|level|form|no\\.?|number|note|code|group|profile|"
      "and|or|to)|[,&])[ (]*)$");
  return keyword.find(before).has_value();
}

bool is_no_unit(std::string_view word) {
  static constexpr std::array<std::string_view, 22> words{"and",  "the",  "shall", "may",  "must", "will", "for",   "are", "was",   "has",  "that",
                                                          "this", "from", "with",  "such", "then", "when", "which", "or",  "other", "more", "times"};
  return holds(words, word);
}

/// "60 metres", "3 copies", "£500": a number and the word behind it, or a sum.
void add_others(std::string_view text, std::vector<Amount>& found) {
  static const Pattern pattern = Pattern::literal(
      "(?:^|[^\\pL\\pN.,])(?:[£€]([0-9][0-9,]*(?:\\.[0-9]+)?)|([0-9][0-9,]*(?:\\.[0-9]+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
      "fifteen|"
      "twenty|thirty|sixty|ninety)(?: \\([0-9a-z]+\\))? ([a-z]{3,}))(?:$|[^\\pL\\pN])");
  const std::size_t measures = found.size();
  for (auto match = pattern.find(text); match; match = pattern.find(text, std::max<std::size_t>(match->span.end - 1, match->span.begin + 1))) {
    const bool sum = match->groups[0].has_value();
    const Span number = sum ? *match->groups[0] : *match->groups[1];
    Amount amount{"£", value_of(slice(text, number)), false, number, {}};
    if (!sum) {
      const std::string_view unit = slice(text, *match->groups[2]);
      if (is_no_unit(unit) || names_by_number(text.substr(0, number.begin))) continue;
      amount.unit = stem_of(fold(unit));
      amount.words.end = match->groups[2]->end;
    }
    const bool told = std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(measures),
                                  [&](const Amount& measure) { return measure.words.overlaps(amount.words); });
    if (!told) found.push_back(std::move(amount));
  }
}

std::vector<const Amount*> measures_of(const std::vector<Amount>& amounts) {
  std::vector<const Amount*> all;
  for (const Amount& amount : amounts)
    if (amount.measured) all.push_back(&amount);
  return all;
}

/// The one amount of a unit; none where there are several, or none.
const Amount* only(const std::vector<Amount>& amounts, const std::string& unit) {
  const Amount* one = nullptr;
  for (const Amount& amount : amounts)
    if (amount.unit == unit) {
      if (one != nullptr) return nullptr;
      one = &amount;
    }
  return one;
}

/// Whether the sentences of two amounts are about the same.
bool is_of_one_matter(const Amount& a, const Amount& b) {
  const bool less = a.beside.size() <= b.beside.size();
  const auto& fewer = less ? a.beside : b.beside;
  constexpr std::size_t least = 2;
  return fewer.size() >= least && 2 * shared(fewer, less ? b.beside : a.beside) >= fewer.size();
}

}  // namespace

std::vector<Amount> amounts_in(std::string_view text, const RoleNames& roles) {
  std::vector<Amount> found;
  add_measures(text, found);
  add_others(text, found);
  for (Amount& amount : found) amount.beside = content_beside(text, amount.words, roles);
  return found;
}

std::vector<std::pair<const Amount*, const Amount*>> differing_amounts(const std::vector<Amount>& first, const std::vector<Amount>& second) {
  std::vector<std::pair<const Amount*, const Amount*>> all;
  const bool one_measure = measures_of(first).size() == 1 && measures_of(second).size() == 1;
  for (const Amount& one : first) {
    if (only(first, one.unit) == nullptr) continue;
    const Amount* two = only(second, one.unit);
    if (two == nullptr || one.value == two->value || one.measured != two->measured) continue;
    if ((one.measured && one_measure) || is_of_one_matter(one, *two)) all.emplace_back(&one, two);
  }
  return all;
}

}  // namespace dovetail
