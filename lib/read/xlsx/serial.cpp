// Numbers of a workbook as text: date formats, serial dates, shortest digits.
#include "read/xlsx/serial.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "base/ascii.h"
#include "text/unicode.h"

namespace dovetail::xlsx {

namespace {

/// "[h]", "[mm]", "[ss]": elapsed time.
bool is_elapsed(std::string_view bracketed) {
  if (bracketed.empty()) return false;
  const char unit = to_lower(bracketed.front());
  if (unit != 'h' && unit != 'm' && unit != 's') return false;
  for (const char c : bracketed)
    if (to_lower(c) != unit) return false;
  return true;
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

constexpr std::int64_t milliseconds_a_day = 86400000;

/// ".250" of 1250 milliseconds; nothing of whole seconds.
std::string fraction_of(std::int64_t milliseconds) { return milliseconds % 1000 == 0 ? "" : "." + padded(milliseconds % 1000, 3); }

std::string clock_time(std::int64_t milliseconds) {
  std::string text = padded(milliseconds / 3600000, 2) + ":" + padded(milliseconds / 60000 % 60, 2) + ":" + padded(milliseconds / 1000 % 60, 2);
  return text + fraction_of(milliseconds);
}

std::string calendar_day(std::int64_t day, bool date_1904) {
  using namespace std::chrono;
  if (!date_1904 && day == 60) return "1900-02-29";
  sys_days start = sys_days(date_1904 ? year(1904) / 1 / 1 : year(1899) / 12 / 30);
  if (!date_1904 && day < 60) start = sys_days(year(1899) / 12 / 31);
  const year_month_day date(start + days(day));
  return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<unsigned>(date.month()), 2) + "-" +
         padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace

Shows shown_by(std::string_view code) {
  Shows shows = Shows::number;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = to_lower(code[i]);
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t close = std::min(code.find(']', i + 1), code.size());
      if (is_elapsed(code.substr(i + 1, close - i - 1))) return Shows::duration;
      i = close;
    } else if (code.substr(i, 7) == "General") {
      i += 6;
    } else if (c == 'd' || c == 'm' || c == 'y' || c == 'h' || c == 's') {
      shows = Shows::date;
    }
  }
  return shows;
}

Shows shown_by_built_in(std::uint32_t id) {
  if (id == 46) return Shows::duration;
  const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return date ? Shows::date : Shows::number;
}

std::optional<std::string> iso_date(double serial, bool date_1904) {
  constexpr double beyond = 2958466;  // the day after 9999-12-31
  if (!(serial >= 0) || serial >= (date_1904 ? beyond - 1462 : beyond)) return std::nullopt;
  const std::int64_t milliseconds = std::llround(serial * static_cast<double>(milliseconds_a_day));
  const std::int64_t day = milliseconds / milliseconds_a_day, rest = milliseconds % milliseconds_a_day;
  if (day == 0) return clock_time(rest);
  const std::string date = calendar_day(day, date_1904);
  return rest == 0 ? date : date + "T" + clock_time(rest);
}

std::string iso_duration(double days) {
  if (!std::isfinite(days) || std::abs(days) > 1e9) return shortest_digits(days);
  const std::int64_t milliseconds = std::llround(std::abs(days) * static_cast<double>(milliseconds_a_day)), seconds = milliseconds / 1000;
  std::string text = days < 0 && milliseconds > 0 ? "-PT" : "PT";
  if (seconds >= 3600) text += std::to_string(seconds / 3600) + "H";
  if (seconds % 3600 >= 60) text += std::to_string(seconds % 3600 / 60) + "M";
  if (milliseconds % 60000 != 0 || milliseconds == 0) text += std::to_string(seconds % 60) + fraction_of(milliseconds) + "S";
  return text;
}

std::string shortened_iso(std::string_view text) {
  text = trim(text);
  const std::string_view whole = text;
  if (text.ends_with('Z')) text.remove_suffix(1);
  const std::size_t colon = text.rfind(':'), point = text.find('.', colon == std::string_view::npos ? text.size() : colon);
  if (colon == std::string_view::npos || text.find_first_not_of("0123456789-:.T") != std::string_view::npos) return std::string(whole);
  if (point < text.size() && text.find_first_not_of('0', point + 1) == std::string_view::npos) text = text.substr(0, point);
  for (const std::string_view midnight : {"T00:00:00", "T00:00"})
    if (text.size() > midnight.size() && text.ends_with(midnight)) text.remove_suffix(midnight.size());
  return std::string(text);
}

std::string shortest_digits(double number) {
  if (number == 0) return "0";
  std::array<char, 64> digits{};
  const double size = std::abs(number);
  const auto format = size >= 1e-7 && size < 1e17 ? std::chars_format::fixed : std::chars_format::scientific;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number, format);
  return {digits.data(), end};
}

}  // namespace dovetail::xlsx
