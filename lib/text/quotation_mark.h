// The mark that opens a quotation of several lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dovetail {

/// Where the words of a normalised line begin that opens with a quotation mark, behind a tag in braces that drafting programs write in front of it
/// ({nisr-rules}"…); none for other lines.
std::optional<std::uint32_t> behind_opening_mark(std::string_view line);

}  // namespace dovetail
