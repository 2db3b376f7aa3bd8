// Lists of headings before the text that nothing marks as contents: no style, no page numbers.
#pragma once

#include <string>
#include <vector>

#include "compile/numbers.h"

namespace dovetail {

/// The lines of such lists, given every line's number: three or more numbered lines in a row that all come again later with the same words, or what
/// stands between a line "Contents" and the second coming of the line behind it. One flag per line of the projection.
std::vector<bool> find_contents_pages(const Projection& projection, const std::vector<LineNumber>& numbers, const std::vector<bool>& considered);

}  // namespace dovetail
