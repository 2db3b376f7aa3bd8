// One worksheet: its rows and stored cells, merged ranges, hidden rows and columns.
#pragma once

#include <optional>
#include <vector>

#include "model/document.h"
#include "model/limits.h"
#include "ooxml/xml.h"
#include "read/xlsx/strings.h"
#include "read/xlsx/styles.h"

namespace dovetail::xlsx {

/// What all sheets of a workbook share.
struct Workbook {
  std::vector<CellString> strings;
  std::vector<CellStyle> styles;
  bool date_1904 = false;
};

/// A cell's place; both from 0.
struct CellPlace {
  std::uint32_t row = 0, column = 0;
  friend bool operator==(const CellPlace&, const CellPlace&) = default;
};

/// "B7" or "$B$7"; nothing for what is no place inside 2^20 rows and 2^14 columns.
std::optional<CellPlace> parse_place(std::string_view reference);

/// Adds the cells of a worksheet part to `table` of the document. Cells and rows without r follow the one before (ECMA-376-1 18.3.1.4, 18.3.1.73).
/// False when the limit of cells stopped it.
bool read_sheet(pugi::xml_node worksheet, const Workbook& workbook, Document& document, Id<TextTable> table, const Limits& limits);

}  // namespace dovetail::xlsx
