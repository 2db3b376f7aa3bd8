// Columns on a terminal.
#pragma once

#include <string>
#include <vector>

namespace dovetail {

/// Rows of cells as lines with aligned columns, two spaces apart: the first column to the left, the others (figures) to the right. Widths are counted
/// in characters. Every row has as many cells as the first.
std::string aligned(const std::vector<std::vector<std::string>>& rows);

}  // namespace dovetail
