// A table of a document as rows of cells: built in one pass over the stored cells.
#include "compile/sheet.h"

#include <algorithm>
#include <map>

#include "text/unicode.h"

namespace dovetail {

namespace {

/// Merged cells may claim more rows than a file stores; beyond this many shared cells the rest stay blank.
constexpr std::size_t most_inherited = 1000000;

/// Gives each row below the first of a merged range the range's one value.
void inherit(const Document& document, Sheet& sheet) {
  const auto number = [&](const SheetRow& row) { return document.rows[row.row].number; };
  std::size_t shared = 0;
  for (const CellRange& range : document.tables[sheet.table].merged) {
    if (range.last_row == range.first_row) continue;
    const auto before = [&](const SheetRow& row, std::uint32_t wanted) { return number(row) < wanted; };
    auto row = std::lower_bound(sheet.rows.begin(), sheet.rows.end(), range.first_row, before);
    if (row == sheet.rows.end() || number(*row) != range.first_row) continue;
    const Id<Cell> value = cell_in(document, *row, range.first_column);
    if (!value) continue;
    for (++row; row != sheet.rows.end() && number(*row) <= range.last_row; ++row) {
      if (++shared > most_inherited) return;
      row->inherited.emplace_back(range.first_column, value);
    }
  }
}

/// The text of a stretch without what the draft deletes.
std::string kept_text(const Document& document, Span span) {
  const auto behind = [](std::uint32_t offset, const Run& run) { return offset < run.span.end; };
  std::string text;
  for (auto run = std::upper_bound(document.runs.begin(), document.runs.end(), span.begin, behind); run != document.runs.end(); ++run) {
    if (run->span.begin >= span.end) break;
    if (!run->deleted) text += slice(document.text, {std::max(span.begin, run->span.begin), std::min(span.end, run->span.end)});
  }
  return text;
}

/// The lower part of a merged cell in running text says what its upper part says.
void inherit_above(const Document& document, Sheet& sheet) {
  std::map<std::uint32_t, Id<Cell>> above;
  for (SheetRow& row : sheet.rows)
    for (const Id<Cell> cell : row.cells) {
      const std::uint32_t column = document.cells[cell].column;
      if (!document.cells[cell].continues_above)
        above[column] = cell;
      else if (const auto found = above.find(column); found != above.end())
        row.inherited.emplace_back(column, found->second);
    }
}

}  // namespace

std::vector<Sheet> sheets_of(const Document& document) {
  std::vector<Sheet> sheets(document.tables.size());
  std::vector<std::size_t> place(document.rows.size());
  for (std::size_t i = 0; i < sheets.size(); ++i) sheets[i].table = Table<TextTable>::id_at(i);
  for (std::size_t i = 0; i < document.rows.size(); ++i) {
    const Id<Row> row = Table<Row>::id_at(i);
    auto& rows = sheets[document.rows[row].table.value].rows;
    place[i] = rows.size();
    rows.push_back({row, {}, {}});
  }
  for (std::size_t i = 0; i < document.cells.size(); ++i) {
    const Id<Cell> cell = Table<Cell>::id_at(i);
    const Id<Row> row = document.cells[cell].row;
    sheets[document.rows[row].table.value].rows[place[row.value]].cells.push_back(cell);
  }
  const auto number = [&](const SheetRow& row) { return document.rows[row.row].number; };
  for (Sheet& sheet : sheets) {
    std::stable_sort(sheet.rows.begin(), sheet.rows.end(), [&](const auto& a, const auto& b) { return number(a) < number(b); });
    for (SheetRow& row : sheet.rows)
      std::stable_sort(row.cells.begin(), row.cells.end(),
                       [&](Id<Cell> a, Id<Cell> b) { return document.cells[a].column < document.cells[b].column; });
    inherit(document, sheet);
    inherit_above(document, sheet);
  }
  return sheets;
}

Id<Cell> cell_in(const Document& document, const SheetRow& row, std::uint32_t column) {
  const auto before = [&](Id<Cell> cell, std::uint32_t wanted) { return document.cells[cell].column < wanted; };
  const auto found = std::lower_bound(row.cells.begin(), row.cells.end(), column, before);
  if (found != row.cells.end() && document.cells[*found].column == column && !document.cells[*found].span.empty() &&
      !document.cells[*found].continues_above)
    return *found;
  for (const auto& [shared_column, cell] : row.inherited)
    if (shared_column == column) return cell;
  return {};
}

std::string cell_text(const Document& document, Id<Cell> cell, bool lines) {
  if (!cell) return {};
  if (!document.revisions.empty()) {
    const std::string text = kept_text(document, document.cells[cell].span);
    return lines ? std::string(trim(text)) : squeeze(text);
  }
  const std::string_view text = slice(document.text, document.cells[cell].span);
  if (!lines) return squeeze(text);
  return std::string(trim(text));
}

std::string header_key(std::string_view text) {
  std::string key;
  for (const char c : fold(normalise(text))) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (letter) key += c;
  }
  return key;
}

std::string sheet_name(const Document& document, const Sheet& sheet) {
  const std::string& name = document.tables[sheet.table].name;
  return name.empty() ? "the table" : "sheet " + name;
}

}  // namespace dovetail
