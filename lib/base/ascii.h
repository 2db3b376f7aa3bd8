// What ASCII characters are, whatever the locale.
#pragma once

#include <cstddef>
#include <string_view>

namespace dovetail {

/// Whether `c` is one of 0 to 9, A to Z, a to z; false for every byte of a longer character.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }

/// The small letter of an ASCII capital; every other byte as it is.
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether a text is `lower`, ASCII without capitals, when its own ASCII capitals do not count.
constexpr bool equal_in_any_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (to_lower(text[i]) != lower[i]) return false;
  return true;
}

}  // namespace dovetail
