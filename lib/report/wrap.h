// Lines for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// How many characters a text has (UTF-8), as most terminals count them.
std::size_t characters(std::string_view text);

/// Breaks at spaces so that no line is longer than `width` characters, where words allow; lines behind the first begin with `margin` spaces, and the
/// first is taken to stand behind as many. Width 0: never.
std::string wrapped(std::string_view text, std::size_t width, std::size_t margin);

}  // namespace dovetail
