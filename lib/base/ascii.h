// What ASCII characters are, whatever the locale.
#pragma once

namespace dovetail {

/// Whether `c` is one of 0 to 9.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace dovetail
