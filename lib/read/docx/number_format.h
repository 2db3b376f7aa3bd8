// How a number is written: decimal, letters, roman and the rest (ECMA-376-1 17.18.59, ST_NumberFormat).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dovetail::docx {

enum class NumberFormat : std::uint8_t {
  decimal,
  decimal_zero,
  upper_roman,
  lower_roman,
  upper_letter,
  lower_letter,
  ordinal,
  cardinal_text,
  ordinal_text,
  bullet,
  none,
  number_in_dash,
  hexadecimal,
  chicago,
  enclosed_circle,
  enclosed_parentheses,
  enclosed_full_stop,
  full_width,
  padded
};

/// The format of a w:numFmt value; decimal for those that only other scripts use. `custom` is w:format ("001, 002, 003, ...").
/// `width` becomes how many digits a padded number has at least.
NumberFormat number_format(std::string_view name, std::string_view custom, std::uint8_t& width);

/// A number as written; empty for bullet and none.
std::string write_number(std::int64_t value, NumberFormat format, std::uint8_t width);

}  // namespace dovetail::docx
