// Finds the heads again that compiling found, and takes the cells below them word for word.
#include "lint/written_rows.h"

#include <optional>
#include <set>

#include "compile/choose.h"
#include "compile/header.h"
#include "compile/sheet.h"
#include "model/place.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::string words_of(const Document& document, Id<Cell> cell) {
  return cell ? std::string(trim(slice(document.text, document.cells[cell].span))) : std::string();
}

/// One sheet with the heads of a mapping.
class WrittenSheet {
 public:
  WrittenSheet(const Document& document, const Sheet& sheet, const HeaderFit& fit) : document_(document), sheet_(sheet), fit_(fit) {
    std::set<std::uint32_t> mapped;
    for (const auto& column : fit.columns)
      if (column) mapped.insert(*column);
    for (const Id<Cell> head : sheet.rows[fit.row].cells)
      if (const auto column = document.cells[head].column; !mapped.contains(column))
        if (std::string words = squeeze(words_of(document, head)); !words.empty()) others_.emplace_back(column, std::move(words));
  }

  [[nodiscard]] WrittenRow row(const SheetRow& row) const {
    WrittenRow written;
    for (std::size_t n = 0; n < fit_.columns.size(); ++n)
      if (fit_.columns[n]) written.fields[fit_.mapping->fields[n].field] = words_of(document_, cell_in(document_, row, *fit_.columns[n]));
    for (const auto& [column, head] : others_) written.others.emplace_back(head, words_of(document_, cell_in(document_, row, column)));
    return written;
  }

  [[nodiscard]] const Sheet& sheet() const { return sheet_; }

 private:
  const Document& document_;
  const Sheet& sheet_;
  HeaderFit fit_;
  std::vector<std::pair<std::uint32_t, std::string>> others_;  // column and head
};

}  // namespace

std::map<std::uint32_t, WrittenRow> written_rows(const Review& review, Id<Unit> id, std::string_view kind) {
  const Unit& unit = review.units[id];
  const Document& document = review.documents[unit.document];
  std::map<Id<Row>, std::uint32_t> wanted;  // rows of the table, and where their records stand
  for (const Record& record : unit.records)
    if (const Id<Cell> cell = record.kind == kind ? cell_at(document, record.span.begin) : Id<Cell>())
      wanted[document.cells[cell].row] = record.span.begin;
  std::map<std::uint32_t, WrittenRow> all;
  if (wanted.empty()) return all;
  std::vector<const Mapping*> mappings;
  for (const Mapping& mapping : review.mappings)
    if (mapping.gives == kind) mappings.push_back(&mapping);
  if (const Mapping* named = review.inputs[id.value].mapping; named != nullptr) mappings = {named};
  const auto sheets = sheets_of(document);
  for (const Sheet& sheet : sheets) {
    const HeaderRows heads(document, sheet);
    const HeaderFit fit = mappings.size() == 1 ? heads.fit(*mappings.front()) : choose_fit(document, sheet, heads, mappings);
    if (!fit.complete()) continue;
    const WrittenSheet written(document, sheet, fit);
    for (const SheetRow& row : sheet.rows)
      if (const auto record = wanted.find(row.row); record != wanted.end()) all.emplace(record->second, written.row(row));
  }
  return all;
}

}  // namespace dovetail
