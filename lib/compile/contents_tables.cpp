// Known by the heads of their columns, as the registers of history are.
#include "compile/contents_tables.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/holds.h"
#include "compile/first_cell.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The columns of a contents page; nothing else has headings and pages.
struct Columns {
  std::optional<std::uint32_t> number, heading, page;
};

Columns columns_of(const Document& document, Id<TextTable> table) {
  static constexpr std::array<std::string_view, 12> numbers{"",       "paragraph", "paragraphs", "clause",  "clauses", "section",
                                                            "number", "no",        "para",       "article", "item",    "condition"};
  static constexpr std::array<std::string_view, 3> headings{"heading", "title", "subject"};
  static constexpr std::array<std::string_view, 3> pages{"page", "page no", "page number"};
  Columns columns;
  const auto& span = document.tables[table].span;
  const auto first = first_cell(document, table);
  for (auto cell = first; cell != document.cells.end() && cell->span.begin < span.end && cell->row == first->row; ++cell) {
    auto words = fold_phrase(slice(document.text, cell->span));
    while (words.ends_with('.')) words.pop_back();
    if (holds(headings, words))
      columns.heading = cell->column;
    else if (holds(pages, words))
      columns.page = cell->column;
    else if (!columns.number && holds(numbers, words))
      columns.number = cell->column;
  }
  return columns;
}

bool is_contents(const Columns& columns) {
  return columns.number && columns.heading && columns.page && *columns.number < *columns.heading && *columns.heading < *columns.page;
}

Span in_view(const Projection& projection, const Cell& cell) {
  return {projection.from_source(cell.span.begin), projection.from_source(cell.span.end)};
}

std::string words_of(const Projection& projection, const Cell& cell) {
  auto words = fold_phrase(slice(projection.text, in_view(projection, cell)));
  while (words.ends_with('.')) words.pop_back();
  return words;
}

void add_rows(const Document& document, const Projection& projection, Id<TextTable> table, const Columns& columns, std::vector<ContentsRow>& rows) {
  const auto& span = document.tables[table].span;
  const auto first = first_cell(document, table);
  std::string number;
  Id<Row> row;
  for (auto cell = first; cell != document.cells.end() && cell->span.begin < span.end; ++cell) {
    if (cell->row == first->row || document.rows[cell->row].table != table || !visible(document, cell->row, projection.view)) continue;
    if (cell->row != row) number.clear();
    row = cell->row;
    if (cell->column == *columns.number) number = words_of(projection, *cell);
    if (cell->column != *columns.heading || number.empty()) continue;
    if (const auto heading = words_of(projection, *cell); !heading.empty()) rows.push_back({number + " " + heading, in_view(projection, *cell)});
  }
}

}  // namespace

bool is_contents_table(const Document& document, Id<TextTable> table) { return is_contents(columns_of(document, table)); }

std::vector<ContentsRow> contents_rows(const Document& document, const Projection& projection) {
  std::vector<ContentsRow> rows;
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    const auto table = Table<TextTable>::id_at(t);
    if (document.tables[table].part != Part::body) continue;
    if (const auto columns = columns_of(document, table); is_contents(columns)) add_rows(document, projection, table, columns, rows);
  }
  return rows;
}

}  // namespace dovetail
