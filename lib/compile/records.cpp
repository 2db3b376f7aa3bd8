// Rows below a header as records of named fields.
#include "compile/records.h"

#include <algorithm>

#include "compile/dates.h"
#include "compile/field_value.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

/// Reads one sheet's rows under one header.
class RowReader {
 public:
  RowReader(const Document& document, const Sheet& sheet, const HeaderFit& fit, std::vector<Problem>& problems)
      : document_(document),
        sheet_(sheet),
        fit_(fit),
        problems_(problems),
        count_(
            static_cast<std::size_t>(std::count_if(fit.columns.begin(), fit.columns.end(), [](const auto& column) { return column.has_value(); }))) {}

  void read(const SheetRow& row, std::vector<Record>& records) {
    if (is_blank(row) || repeats_header(row) || is_heading(row)) return;
    Record record;
    record.kind = fit_.mapping->gives;
    record.hidden = document_.rows[row.row].hidden || document_.tables[sheet_.table].hidden;
    record.struck = is_struck(row) || document_.rows[row.row].deleted;
    record.fields.reserve(count_);  // registers have many rows
    for (std::size_t i = 0; i < fit_.columns.size(); ++i)
      if (fit_.columns[i]) add_field(record, fit_.mapping->fields[i], cell_in(document_, row, *fit_.columns[i]));
    record.span = place_of(row);
    records.push_back(std::move(record));
  }

 private:
  [[nodiscard]] bool says(Id<Cell> cell) const { return !trim(slice(document_.text, document_.cells[cell].span)).empty(); }

  [[nodiscard]] std::size_t filled(const SheetRow& row) const {
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [&](Id<Cell> cell) { return says(cell); }));
  }

  /// Nothing stands in any column that the mapping reads.
  [[nodiscard]] bool is_blank(const SheetRow& row) const {
    return std::none_of(row.cells.begin(), row.cells.end(), [&](Id<Cell> cell) { return is_mapped(document_.cells[cell].column) && says(cell); });
  }

  [[nodiscard]] bool is_mapped(std::uint32_t column) const {
    return std::find(fit_.columns.begin(), fit_.columns.end(), std::optional(column)) != fit_.columns.end();
  }

  [[nodiscard]] bool repeats_header(const SheetRow& row) const {
    const SheetRow& header = sheet_.rows[fit_.row];
    for (const auto& column : fit_.columns) {
      if (!column) continue;
      const Id<Cell> own = cell_in(document_, row, *column), titled = cell_in(document_, header, *column);
      if (!own || header_key(cell_text(document_, own)) != header_key(cell_text(document_, titled))) return false;
    }
    return true;
  }

  /// A line inside the table that only says what comes: one cell, and no id.
  [[nodiscard]] bool is_heading(const SheetRow& row) const {
    if (filled(row) != 1 || fit_.matched < 3) return false;
    const auto cell = std::find_if(row.cells.begin(), row.cells.end(), [&](Id<Cell> c) { return says(c); });
    return ids_in_cell(slice(document_.text, document_.cells[*cell].span)).front().family.empty();
  }

  /// Struck through as a whole: the author deleted the row.
  [[nodiscard]] bool is_struck(const SheetRow& row) const {
    bool any = false;
    for (const Id<Cell> cell : row.cells) {
      if (!is_mapped(document_.cells[cell].column) || !says(cell)) continue;
      if (!document_.cells[cell].struck) return false;
      any = true;
    }
    return any;
  }

  void add_field(Record& record, const MappedField& field, Id<Cell> cell) {
    const std::string text = cell_text(document_, cell, true);
    std::string value = field_value(field, text);
    if (field.as == "date" && cell) value = date_value(field, cell, value);
    record.fields.emplace_back(field.field, std::move(value));
  }

  std::string date_value(const MappedField& field, Id<Cell> cell, const std::string& value) {
    const DateReading reading = read_date(value);
    if (reading.outcome == DateReading::Outcome::date) return reading.iso;
    const bool bare_number = document_.cells[cell].kind == CellKind::number;
    if (reading.outcome == DateReading::Outcome::impossible || bare_number)
      problems_.push_back({"register.malformed", field.field + " is no date: \"" + value + "\"", document_.cells[cell].span, 1, true});
    return value;
  }

  /// The id's cell, else the first mapped cell that says something.
  [[nodiscard]] Span place_of(const SheetRow& row) const {
    Id<Cell> first;
    for (std::size_t i = 0; i < fit_.columns.size(); ++i) {
      const Id<Cell> cell = fit_.columns[i] ? cell_in(document_, row, *fit_.columns[i]) : Id<Cell>();
      if (!cell) continue;
      if (fit_.mapping->fields[i].field == fit_.mapping->id) return document_.cells[cell].span;
      if (!first) first = cell;
    }
    return first ? document_.cells[first].span : Span{};
  }

  const Document& document_;
  const Sheet& sheet_;
  const HeaderFit& fit_;
  std::vector<Problem>& problems_;
  std::size_t count_;  // of the columns that are read
};

}  // namespace

std::vector<Record> read_records(const Document& document, const Sheet& sheet, const HeaderFit& fit, std::vector<Problem>& problems) {
  std::vector<Record> records;
  RowReader reader(document, sheet, fit, problems);
  for (std::size_t i = fit.row + 1; i < sheet.rows.size(); ++i) reader.read(sheet.rows[i], records);
  return records;
}

}  // namespace dovetail
