// A table of a document as rows of cells that can be asked by column.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/document.h"

namespace dovetail {

/// A row's stored cells, and those it shares with a row above through merged cells.
struct SheetRow {
  Id<Row> row;
  std::vector<Id<Cell>> cells;                                // by column
  std::vector<std::pair<std::uint32_t, Id<Cell>>> inherited;  // column, cell of the row above
};

struct Sheet {
  Id<TextTable> table;
  std::vector<SheetRow> rows;  // in file order; rows without stored cells included where the file has them
};

/// Every table of the document, in order. Costs what is stored, not what is declared.
std::vector<Sheet> sheets_of(const Document& document);

/// The cell in a column of the row, merged cells counted; no id where it is blank.
Id<Cell> cell_in(const Document& document, const SheetRow& row, std::uint32_t column);

/// The cell's text with white space squeezed; line breaks are kept with `lines`.
std::string cell_text(const Document& document, Id<Cell> cell, bool lines = false);

/// A header or key for comparing: normalised, folded, letters and digits alone ("Interface ID", "interface_id" → "interfaceid").
std::string header_key(std::string_view text);

/// The sheet's name for a message: "sheet Requirements", or "the table" where it has none.
std::string sheet_name(const Document& document, const Sheet& sheet);

}  // namespace dovetail
