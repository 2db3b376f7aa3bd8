// Numbers of a workbook as text: which number formats mean dates, and serial dates as ISO 8601.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dovetail::xlsx {

/// What a number format shows.
enum class Shows : std::uint8_t { number, date, duration };

/// What a format code shows (ECMA-376-1 18.8.31), by its first section; quoted, escaped and bracketed parts mean nothing, but [h], [m], [s] are
/// durations.
Shows shown_by(std::string_view format_code);

/// What a built-in format shows (ECMA-376-1 18.8.30): 14–22, 27–36, 45–47, 50–58 are dates and times; 46 is a duration.
Shows shown_by_built_in(std::uint32_t id);

/// A serial date as "2024-03-01", "2024-03-01T18:00:00" or, below one day, "18:00:00". Nothing outside the calendar that Excel shows.
/// 1900 system: day 60 is the 29 February 1900 that never was (ECMA-376-1 18.17.4.1).
std::optional<std::string> iso_date(double serial, bool date_1904);

/// A serial duration as "PT26H30M", to the millisecond.
std::string iso_duration(double days);

/// A date that stands as ISO 8601 text, written as the functions above write one: midnight of a date, "Z" and a fraction of zeros are left out.
/// Other text is only trimmed.
std::string shortened_iso(std::string_view text);

/// The shortest digits that read back as the same number; without exponent where a person would write none.
std::string shortest_digits(double number);

}  // namespace dovetail::xlsx
