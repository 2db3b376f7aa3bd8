// Which parts of its table a cell is, as the table's style may format them apart (ECMA-376-1 17.4.55, 17.7.6).
#pragma once

#include <cstdint>

#include "ooxml/xml.h"
#include "read/docx/styles.h"

namespace dovetail::docx {

/// w:tblLook: which parts of the table its style is asked to format.
struct TableLook {
  bool first_row = false, last_row = false, first_column = false, last_column = false;
  bool row_bands = true, column_bands = true;
};

/// Reads w:tblLook: its attributes, or the bits of w:val where a program wrote only those.
TableLook read_table_look(const XmlPart& part, pugi::xml_node look);

/// What a row is, by its number from 1.
TableParts parts_of_row(const TableLook& look, const Style& style, std::uint32_t row, bool last);
/// What a cell is, by what its row is and its column from 0.
TableParts with_column(const TableLook& look, const Style& style, TableParts row, std::uint32_t column, bool last);

/// What the w:cnfStyle of row or cell properties says they are; nothing where there is none (17.3.1.8, 17.4.8). Asked where a table has no look.
TableParts stated_parts(const XmlPart& part, pugi::xml_node properties);

/// Whether no row (or cell) follows this one in its table (or row), looking out of what wraps single rows and cells too.
bool is_last_of_kind(const XmlPart& part, pugi::xml_node row_or_cell);

}  // namespace dovetail::docx
