// Whose a number is when no "of" stands behind it: what is named directly before, and what the words behind point back to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "compile/reference_line.h"

namespace dovetail {

/// "paragraph 12 of that Schedule", "paragraph 4 of which", "… thereof": the words that point back to another text, without "of"; empty for none.
/// `end` is where the reference ends.
std::string pointed_back_to(std::string_view line, std::uint32_t end);

/// Where the words begin that join a reference at `begin` to what is named before it: ", ", " (and in particular ", " 'Title', "; `begin` for none.
std::uint32_t joint_before(std::string_view line, std::uint32_t begin);

/// The name of a text that ends at `end`: "CUSC", "Grid Code", "Terms of Reference", "Metering Operations Schedule"; empty for none.
std::string text_named_before(const ReferenceLine& line, std::uint32_t end);

}  // namespace dovetail
