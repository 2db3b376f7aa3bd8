// What ASCII characters are, whatever the locale.
#pragma once

namespace dovetail {

/// Whether `c` is one of 0 to 9, A to Z, a to z; false for every byte of a longer character.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }

}  // namespace dovetail
