// Workbooks and CSV files as read: their cells.
#include "model/place.h"
#include "report/raw/raw.h"

namespace dovetail::raw {
namespace {

const char* kind_letter(CellKind kind) {
  switch (kind) {
    case CellKind::number:
      return "n";
    case CellKind::date:
      return "d";
    case CellKind::boolean:
      return "b";
    case CellKind::error:
      return "e";
    case CellKind::text:
      break;
  }
  return "s";
}

std::string column_letters(std::uint32_t column) {
  std::string name = cell_name(column, 1);
  name.pop_back();
  return name;
}

std::string range_name(const CellRange& range) {
  const std::string first = cell_name(range.first_column, range.first_row), last = cell_name(range.last_column, range.last_row);
  return first == last ? first : first + ":" + last;
}

Json sheet_json(const TextTable& table) {
  Json sheet;
  sheet["name"] = table.name;
  sheet["state"] = table.very_hidden ? "veryHidden" : table.hidden ? "hidden" : "visible";
  sheet["cells"] = Json::array();
  sheet["merged"] = Json::array();
  for (const CellRange& range : table.merged) sheet["merged"].push_back(range_name(range));
  sheet["hidden_rows"] = Json::array();
  sheet["hidden_cols"] = Json::array();
  for (const Span range : table.hidden_columns)
    for (std::uint32_t column = range.begin; column < range.end; ++column) sheet["hidden_cols"].push_back(column_letters(column));
  return sheet;
}

}  // namespace

void add_sheets(const Document& document, Json& json) {
  Json sheets = Json::array();
  for (const TextTable& table : document.tables) sheets.push_back(sheet_json(table));
  for (const Row& row : document.rows)
    if (row.hidden) sheets[row.table.value]["hidden_rows"].push_back(row.number);
  for (const Cell& cell : document.cells) {
    const Row& row = document.rows[cell.row];
    sheets[row.table.value]["cells"].push_back(
        Json::array({cell_name(cell.column, row.number), kind_letter(cell.kind), std::string(slice(document.text, cell.span))}));
  }
  json["sheets"] = std::move(sheets);
}

void add_rows(const Document& document, Json& json) {
  json["encoding"] = property(document, "encoding");
  json["separator"] = property(document, "separator");
  std::vector<Json> rows(document.rows.size(), Json::array());
  for (const Cell& cell : document.cells) rows[cell.row.value].push_back(std::string(slice(document.text, cell.span)));
  json["rows"] = Json(std::move(rows));
}

}  // namespace dovetail::raw
