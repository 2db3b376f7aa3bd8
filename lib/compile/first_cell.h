// Where the cells of a table begin among those of its document.
#pragma once

#include <algorithm>
#include <vector>

#include "model/document.h"

namespace dovetail {

/// The first cell that begins at or behind the table's begin; the document's end where there is none. Cells stand in the order of the text, those of
/// nested tables among them.
inline std::vector<Cell>::const_iterator first_cell(const Document& document, Id<TextTable> table) {
  return std::lower_bound(document.cells.begin(), document.cells.end(), document.tables[table].span.begin,
                          [](const Cell& cell, std::uint32_t offset) { return cell.span.begin < offset; });
}

}  // namespace dovetail
