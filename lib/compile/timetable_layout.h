// Which tables of a text are interface and timetable tables, and which of their columns mean what.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/projection.h"

namespace dovetail {

enum class TimetableColumn : std::uint8_t { ref, when, action, from, to, information, method };
inline constexpr std::size_t timetable_column_count = 7;

/// The rows of every table and the cells of every row, in their order.
class TableIndex {
 public:
  explicit TableIndex(const Document& document);
  [[nodiscard]] const std::vector<Id<Row>>& rows(Id<TextTable> table) const { return rows_[table.value]; }
  [[nodiscard]] const std::vector<Id<Cell>>& cells(Id<Row> row) const { return cells_[row.value]; }

 private:
  std::vector<std::vector<Id<Row>>> rows_;
  std::vector<std::vector<Id<Cell>>> cells_;
};

struct TimetableLayout {
  Id<TextTable> table;
  std::vector<std::optional<TimetableColumn>> columns;  // by column of the table
  std::vector<bool> header;                             // by row of the table, in the order of TableIndex
};

/// The interface and timetable tables, in the order of Document::tables: recognised by their header row, whatever its order, case and
/// punctuation; a table without a header that follows one directly, with as many columns, continues it.
std::vector<TimetableLayout> timetable_layouts(const Document& document, const TableIndex& index);

/// The text of a cell in one view, normalised and squeezed; paragraphs are joined by a space, computed numbers are not in it.
std::string cell_text(const Document& document, Id<Cell> cell, View view);

}  // namespace dovetail
