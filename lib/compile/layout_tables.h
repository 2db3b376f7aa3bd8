// Tables that are only layout: the number of a provision in one column, its text in the next.
#pragma once

#include "model/document.h"
#include "model/projection.h"

namespace dovetail {

/// Whether the table lays out numbered text: in nearly every row one or two cells that hold a number and nothing else, then one cell of text; the
/// numbers are dotted or bracketed, or the texts are sentences. A table with a header row, with figures, or with more columns of text is none.
bool is_layout_table(const Document& document, View view, Id<TextTable> table);

/// Whether the cell's text is a number of a provision and nothing else, or it is empty and its paragraph is numbered automatically.
bool is_number_cell(const Document& document, View view, const Cell& cell);

}  // namespace dovetail
