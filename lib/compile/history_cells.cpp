// Columns are known by their heads; what has no shape of a version or date is left out.
#include "compile/history_cells.h"

#include <algorithm>
#include <optional>

#include "compile/dates.h"
#include "compile/first_cell.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

struct HistoryColumns {
  std::optional<std::uint32_t> version, date;
  bool reason = false;

  void read(std::string_view words, std::uint32_t column) {
    if (words.starts_with("version") || words == "issue") version = column;
    if (words.find("date") != std::string::npos && (!date || words.starts_with("implementation") || words.starts_with("effective"))) date = column;
    reason = reason || words.find("change") != std::string::npos || words.find("reason") != std::string::npos ||
             words.find("proposal") != std::string::npos;
  }
};

void add_cell(const Projection& projection, const Cell& cell, const HistoryColumns& columns, std::uint32_t row, std::vector<HistoryCell>& cells) {
  if (cell.column != columns.version && cell.column != columns.date) return;
  const Span in_view{projection.from_source(cell.span.begin), projection.from_source(cell.span.end)};
  const auto words = trim(slice(projection.text, in_view));
  static const Pattern shape = Pattern::literal("(?:version|v)? *([0-9]+(?:\\.[0-9]+)*)$", true);
  if (cell.column == columns.version)
    if (const auto found = shape.match_at(words, 0)) cells.push_back({false, std::string(slice(words, *found->groups[0])), in_view, row});
  if (cell.column == columns.date)
    if (const auto read = read_date(words); read.outcome == DateReading::Outcome::date) cells.push_back({true, read.iso, in_view, row});
}

}  // namespace

std::vector<HistoryCell> history_cells(const Document& document, const Projection& projection, Id<TextTable> table) {
  const auto& span = document.tables[table].span;
  auto cell = first_cell(document, table);
  std::vector<HistoryCell> cells;
  HistoryColumns columns;
  bool header = true;
  Id<Row> row;
  std::uint32_t number = 0;
  for (; cell != document.cells.end() && cell->span.begin < span.end; ++cell) {
    if (document.rows[cell->row].table != table) continue;
    if (cell->row != row) {
      if (row && header && !(columns.version && (columns.date || columns.reason))) return {};
      header = !row;
      row = cell->row;
      ++number;
    }
    if (header)
      columns.read(fold_phrase(slice(document.text, cell->span)), cell->column);
    else if (visible(document, cell->row, projection.view))
      add_cell(projection, *cell, columns, number - 1, cells);
  }
  return cells;
}

}  // namespace dovetail
