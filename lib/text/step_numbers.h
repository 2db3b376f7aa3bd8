// Numbers of steps in the cells of interface and timetable tables: "Within 2 WD of 3.1.2", "repeat 3.1.2 to 3.1.4".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace dovetail {

/// The number of a row as a cell cites it, and where it stands in the cell's text.
struct StepNumber {
  std::string label;
  Span span;
};

/// The numbers in the normalised text of a WHEN or ACTION cell that can only be rows or provisions of the document itself, in order: with three parts
/// ("3.1.2"), or two behind "step". A number behind "section", "Appendix" or a document's id is a reference of its own and left out.
std::vector<StepNumber> step_numbers_in(std::string_view text);

}  // namespace dovetail
