// Dates against the calendar.
#include "check/wording.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "check/definition_text.h"
#include "check/shared.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::array months{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
constexpr std::array weekdays{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

constexpr const char* date_written =
    "(?:(monday|tuesday|wednesday|thursday|friday|saturday|sunday),? (?:the )?)?([0-9]{1,2})(?:st|nd|rd|th)?(?: day of| of)? "
    "(january|february|march|april|may|june|july|august|september|october|november|december)(?:,? ((?:19|20)[0-9]{2})\\b)?";

int number_in(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// Days of a month, from 1; of a year that is not known (0) the most there can be.
int days_of(int month, int year) {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days.at(static_cast<std::size_t>(month - 1)) + (month == 2 && (year == 0 || is_leap(year)) ? 1 : 0);
}

/// 0 for Sunday; Gregorian (Zeller's congruence, turned to begin at Sunday).
std::size_t weekday_of(int day, int month, int year) {
  if (month < 3) month += 12, --year;
  const int century = year / 100, rest = year % 100;
  return static_cast<std::size_t>((day + 13 * (month + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century + 6) % 7);
}

struct WrittenDate {
  int day = 0, month = 0, year = 0;
  std::string weekday;  // folded
};

/// What is wrong with it; empty for nothing.
std::string fault_of(const WrittenDate& date) {
  const auto month = std::string(months.at(static_cast<std::size_t>(date.month - 1)));
  const auto name = static_cast<char>(month.front() - 'a' + 'A') + month.substr(1);
  const int last = days_of(date.month, date.year);
  if (date.day < 1 || date.day > last)
    return name + (date.year ? " " + std::to_string(date.year) : std::string()) + " has " + std::to_string(last) + " days";
  if (date.weekday.empty() || date.year < 1900) return {};
  const std::string right = weekdays.at(weekday_of(date.day, date.month, date.year));
  if (right == date.weekday) return {};
  return "that day is a " + std::string(1, static_cast<char>(right.front() - 'a' + 'A')) + right.substr(1);
}

/// The dates of one line of the proposed view.
void look_for_dates(const Review& review, const Rule& rule, Id<Unit> id, std::uint32_t line, Checked& checked) {
  static const Pattern written = Pattern::literal(date_written, true);
  const auto& projection = review.units[id].projection(View::proposed);
  const auto begin = projection.lines[line].span.begin;
  const auto text = slice(projection.text, projection.lines[line].span);
  for (std::size_t at = 0;;) {
    const auto match = written.find(text, at);
    if (!match) break;
    at = match->span.end;
    if (!at_word_edge(text, match->span.begin) || !at_word_edge(text, match->span.end)) continue;
    const auto before = match->span.begin > 0 ? text[match->span.begin - 1] : ' ';
    if (before == '.' || before == '/' || before == '-') continue;
    WrittenDate date;
    if (match->groups[0]) date.weekday = fold(slice(text, *match->groups[0]));
    date.day = number_in(slice(text, *match->groups[1]));
    const auto month = fold(slice(text, *match->groups[2]));
    // "1.2 may …", "paragraph 40 may be amended": the verb is no month.
    if (month == "may" && !starts_upper(slice(text, *match->groups[2]))) continue;
    date.month = static_cast<int>(std::find(months.begin(), months.end(), month) - months.begin()) + 1;
    if (match->groups[3]) date.year = number_in(slice(text, *match->groups[3]));
    const auto fault = fault_of(date);
    if (fault.empty() || (month == "may" && date.year == 0)) continue;
    const auto source = projection.to_source({begin + match->span.begin, begin + match->span.end});
    const bool old = words_in_view(review, id, source, View::baseline) == words_in_view(review, id, source, View::proposed);
    auto finding = make_finding(review, rule, id, source, {old, true});
    if (!finding.introduced) continue;
    finding.message = fill(rule.message, {{"label", finding.label}, {"words", finding.text}, {"what", fault}});
    finding.key = fold(finding.text);
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace

std::vector<PatternSearch::Expression> date_expressions(const Rule&) { return {{date_written, true}}; }

void check_impossible_date(const Review& review, const Rule& rule, Checked& checked) {
  for (std::size_t u = 0; u < review.inputs.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    for (const auto line : shared_work(review, checked).lines_with(date_expressions(rule), id)) look_for_dates(review, rule, id, line, checked);
  }
}

}  // namespace dovetail
