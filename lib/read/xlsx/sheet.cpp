// One worksheet: its rows and stored cells, merged ranges, hidden rows and columns.
#include "read/xlsx/sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "text/unicode.h"

namespace dovetail::xlsx {

namespace {

constexpr std::uint32_t most_rows = 1U << 20U, most_columns = 1U << 14U;

std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_true(pugi::xml_attribute attribute) { return std::strcmp(attribute.value(), "1") == 0 || std::strcmp(attribute.value(), "true") == 0; }

std::optional<CellRange> parse_range(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  const auto first = parse_place(reference.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : parse_place(reference.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
  return CellRange{first->row + 1, last->row + 1, first->column, last->column};
}

/// A value as the document holds it.
struct Value {
  CellKind kind = CellKind::text;
  std::string text;
  Strike strike = Strike::by_cell;
};

Value number_value(std::string_view digits, const CellStyle& style, bool date_1904) {
  double number = 0;
  digits = trim(digits);
  if (digits.starts_with('+')) digits.remove_prefix(1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(number))
    return {CellKind::text, std::string(digits), Strike::by_cell};
  if (style.shows == Shows::duration) return {CellKind::date, iso_duration(number), Strike::by_cell};
  if (style.shows == Shows::date)
    if (auto date = iso_date(number, date_1904)) return {CellKind::date, std::move(*date), Strike::by_cell};
  return {CellKind::number, shortest_digits(number), Strike::by_cell};
}

class SheetReader {
 public:
  SheetReader(const Workbook& workbook, Document& document, Id<TextTable> table, const Limits& limits)
      : workbook_(workbook), document_(document), table_(table), limits_(limits) {}

  void read_columns(pugi::xml_node columns) {
    auto& hidden = document_.tables[table_].hidden_columns;
    for (const pugi::xml_node column : columns.children()) {
      if (!is_true(column.attribute("hidden"))) continue;
      const std::uint32_t first = column.attribute("min").as_uint(0), last = std::min(column.attribute("max").as_uint(first), most_columns);
      if (first >= 1 && first <= last) hidden.push_back({first - 1, last});
    }
    std::sort(hidden.begin(), hidden.end());
    std::size_t kept = 0;
    for (const Span range : hidden) {
      if (kept > 0 && range.begin <= hidden[kept - 1].end)
        hidden[kept - 1].end = std::max(hidden[kept - 1].end, range.end);
      else
        hidden[kept++] = range;
    }
    hidden.resize(kept);
  }

  void read_merged(pugi::xml_node merged) {
    for (const pugi::xml_node cell : merged.children())
      if (const auto range = parse_range(cell.attribute("ref").value())) document_.tables[table_].merged.push_back(*range);
  }

  bool read_rows(pugi::xml_node rows) {
    std::uint32_t number = 0;
    for (const pugi::xml_node row : rows.children()) {
      if (local_name(row) != "row") continue;
      number = number_of(row).value_or(number + 1);
      if (!read_row(row, number)) return false;
    }
    return true;
  }

 private:
  /// What the row says of its number, or its first cell that says where it stands.
  static std::optional<std::uint32_t> number_of(pugi::xml_node row) {
    const auto said = whole_number(row.attribute("r").value());
    if (said && *said >= 1 && *said <= most_rows) return said;
    for (const pugi::xml_node cell : row.children())
      if (const auto place = parse_place(cell.attribute("r").value())) return place->row + 1;
    return std::nullopt;
  }

  bool read_row(pugi::xml_node source, std::uint32_t number) {
    Row row;
    row.table = table_;
    row.number = number;
    row.hidden = is_true(source.attribute("hidden"));
    Id<Row> id = row.hidden ? document_.rows.add(row) : Id<Row>();  // a hidden row is kept even when it is empty
    std::uint32_t next = 0;
    for (const pugi::xml_node cell : source.children()) {
      if (local_name(cell) != "c") continue;
      if (document_.cells.size() >= limits_.cells || document_.text.size() >= limits_.part_bytes / 4) return false;  // one string may fill many cells
      const auto place = parse_place(cell.attribute("r").value());
      const std::uint32_t column = place ? place->column : next;
      next = column + 1;
      if (!cell.first_child()) continue;  // styled, and nothing in it
      const CellStyle style = style_of(cell);
      auto value = value_of(cell, style);
      if (!value) continue;
      if (!id) id = document_.rows.add(row);
      add_cell(id, column, style, *value);
    }
    return true;
  }

  [[nodiscard]] CellStyle style_of(pugi::xml_node cell) const {
    const auto style = whole_number(cell.attribute("s").value());
    if (style && *style < workbook_.styles.size()) return workbook_.styles[*style];
    return workbook_.styles.empty() ? CellStyle{} : workbook_.styles.front();
  }

  [[nodiscard]] std::optional<Value> value_of(pugi::xml_node cell, const CellStyle& style) const {
    const std::string_view type = cell.attribute("t").as_string("n");
    const pugi::xml_node inline_string = child_named(cell, "is"), stored = child_named(cell, "v");
    if (inline_string) {
      CellString string = read_string(inline_string);
      if (!stored || type == "inlineStr") return Value{CellKind::text, std::move(string.text), string.strike};
    }
    if (!stored) return std::nullopt;
    const std::string text = text_of(stored);
    if (text.empty()) return std::nullopt;  // a formula that shows nothing
    if (type == "s") return shared(text);
    if (type == "str" || type == "inlineStr") return Value{CellKind::text, unescaped(text), Strike::by_cell};
    if (type == "e") return Value{CellKind::error, text, Strike::by_cell};
    if (type == "d") return Value{CellKind::date, shortened_iso(text), Strike::by_cell};
    if (type == "b") return Value{CellKind::boolean, text == "1" || text == "true" ? "TRUE" : "FALSE", Strike::by_cell};
    if (trim(text).empty()) return std::nullopt;
    return number_value(text, style, workbook_.date_1904);
  }

  [[nodiscard]] Value shared(const std::string& index) const {
    const auto number = whole_number(trim(index));
    if (!number || *number >= workbook_.strings.size()) return {CellKind::text, {}, Strike::by_cell};
    const CellString& string = workbook_.strings[*number];
    return {CellKind::text, string.text, string.strike};
  }

  void add_cell(Id<Row> row, std::uint32_t column, const CellStyle& style, const Value& value) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.kind = value.kind;
    cell.struck = value.strike == Strike::by_cell ? style.struck : value.strike == Strike::all;
    cell.hidden = document_.rows[row].hidden || in_hidden_column(column);
    cell.span.begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text += valid_utf8(value.text);
    cell.span.end = static_cast<std::uint32_t>(document_.text.size());
    document_.text += '\t';
    document_.cells.add(cell);
    auto& columns = document_.tables[table_].columns;
    columns = std::max(columns, column + 1);
  }

  [[nodiscard]] bool in_hidden_column(std::uint32_t column) const {
    const auto& hidden = document_.tables[table_].hidden_columns;
    return std::any_of(hidden.begin(), hidden.end(), [&](Span range) { return range.begin <= column && column < range.end; });
  }

  const Workbook& workbook_;
  Document& document_;
  Id<TextTable> table_;
  const Limits& limits_;
};

}  // namespace

std::optional<CellPlace> parse_place(std::string_view reference) {
  std::uint32_t column = 0;
  std::size_t at = reference.starts_with('$') ? 1 : 0;
  const std::size_t letters = at;
  for (; at < reference.size() && at < letters + 4; ++at) {
    const char c = static_cast<char>(reference[at] & ~0x20);
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
  }
  if (at == letters) return std::nullopt;
  if (at < reference.size() && reference[at] == '$') ++at;
  const auto row = whole_number(reference.substr(std::min(at, reference.size())));
  if (!row || *row < 1 || *row > most_rows || column > most_columns) return std::nullopt;
  return CellPlace{*row - 1, column - 1};
}

bool read_sheet(pugi::xml_node worksheet, const Workbook& workbook, Document& document, Id<TextTable> table, const Limits& limits) {
  SheetReader reader(workbook, document, table, limits);
  document.tables[table].span.begin = static_cast<std::uint32_t>(document.text.size());
  reader.read_columns(child_named(worksheet, "cols"));
  const bool whole = reader.read_rows(child_named(worksheet, "sheetData"));
  reader.read_merged(child_named(worksheet, "mergeCells"));
  document.tables[table].span.end = static_cast<std::uint32_t>(document.text.size());
  return whole;
}

}  // namespace dovetail::xlsx
