// One row of a CSV file (RFC 4180): what every table for spreadsheets is written with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/escape.h"

namespace dovetail {

/// A value in quotation marks, made safe by `safe`; what a spreadsheet would take for a formula stands behind an apostrophe, as typed text does
/// there.
std::string csv_cell(std::string_view text, std::string (*safe)(std::string_view) = &plain_safe);

/// A line of finished cells, with its end.
std::string csv_line(const std::vector<std::string>& cells);

/// A line of values, each through csv_cell.
std::string csv_row(const std::vector<std::string>& values);

}  // namespace dovetail
