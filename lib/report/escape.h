// Words from an input, made safe for where they are shown. Nothing from a file may act on a terminal or a page.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// For a terminal: valid UTF-8 in one line. Control characters (C0, DEL, C1), among them escape, become U+FFFD; tabs and line breaks become a
/// space; characters that turn the direction of writing (U+200E, U+200F, U+202A…E, U+2066…9) are left out.
std::string terminal_safe(std::string_view text);

/// The same, but tabs stay and direction characters stay: for text that other programs read too.
std::string plain_safe(std::string_view text);

/// For HTML text and attribute values in double quotes: valid UTF-8 without control characters, & < > " ' as character references.
std::string html_safe(std::string_view text);

/// For finished JSON: DEL, C1 controls and direction characters as \uXXXX, which means the same and cannot act on a terminal.
std::string json_safe(std::string_view json);

}  // namespace dovetail
