// Dates as registers write them: ISO, day/month/year, and with the month in words.
#include "compile/dates.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

constexpr std::array months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

unsigned number(std::string_view text, const std::optional<Span>& span) {
  unsigned value = 0;
  for (const char c : slice(text, *span)) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

DateReading made(unsigned year, unsigned month, unsigned day) {
  if (year < 100) year += year < 70 ? 2000 : 1900;  // as the programs read them that wrote such dates
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return {DateReading::Outcome::impossible, {}};
  const auto two = [](unsigned n) { return std::string{static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)}; };
  return {DateReading::Outcome::date, two(year / 100) + two(year % 100) + "-" + two(month) + "-" + two(day)};
}

unsigned month_named(std::string_view word) {
  for (std::size_t i = 0; i < months.size(); ++i)
    if (word.starts_with(months[i])) return static_cast<unsigned>(i + 1);
  return 0;
}

}  // namespace

DateReading read_date(std::string_view text) {
  static const Pattern iso = Pattern::literal(R"(([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[t ][0-9:.]+z?)?$)");
  static const Pattern slashed = Pattern::literal(R"(([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})(?: [0-9:.]+)?$)");
  static const Pattern worded = Pattern::literal(
      R"((?:[a-z]+,? )?([0-9]{1,2})(?:st|nd|rd|th)?[ -](jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[ ,-]+([0-9]{4}|[0-9]{2})$)");
  const std::string folded = fold_phrase(text);
  if (folded.empty() || says_not_applicable(folded)) return {};
  if (const auto match = iso.match_at(folded, 0))
    return made(number(folded, match->groups[0]), number(folded, match->groups[1]), number(folded, match->groups[2]));
  if (const auto match = slashed.match_at(folded, 0))
    return made(number(folded, match->groups[2]), number(folded, match->groups[1]), number(folded, match->groups[0]));
  if (const auto match = worded.match_at(folded, 0))
    return made(number(folded, match->groups[2]), month_named(slice(folded, *match->groups[1])), number(folded, match->groups[0]));
  return {DateReading::Outcome::words, {}};
}

}  // namespace dovetail
