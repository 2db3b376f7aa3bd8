// The column of ids and the column of words.
#include "compile/propose_content.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "compile/atoms/families.h"
#include "compile/header.h"
#include "text/ids.h"

namespace dovetail {
namespace {

constexpr std::size_t rows_looked_at = 200, least_rows = 2;
constexpr double nearly_all = 0.9, most = 0.7;

/// Kinds of atom that one id of their own names; an item of a message has none.
constexpr std::array<std::string_view, 7> kinds_by_id{"bp_step", "requirement", "choreography", "interface", "data_item", "message", "variant"};

struct Column {
  std::uint32_t column = 0;
  std::string header;
  std::size_t filled = 0, words = 0;
  std::set<std::string> ids;
  std::map<std::string_view, std::size_t> families;

  void take(const std::string& text) {
    if (text.empty()) return;
    ++filled;
    words += 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
    const auto id = canonical_id(text);
    if (id.family.empty()) return;
    ids.insert(id.canonical);
    ++families[id.family];
  }

  [[nodiscard]] std::pair<std::string_view, std::size_t> family() const {
    const auto found = std::max_element(families.begin(), families.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return found == families.end() ? std::pair<std::string_view, std::size_t>() : std::pair<std::string_view, std::size_t>(*found);
  }
};

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }

/// The first row of two or more words without an id, with rows below it.
std::optional<std::size_t> header_row(const Document& document, const Sheet& sheet) {
  for (std::size_t row = 0; row + least_rows < sheet.rows.size() && row < 40; ++row) {
    std::size_t words = 0, ids = 0;
    for (const Id<Cell> cell : sheet.rows[row].cells)
      if (const auto text = cell_text(document, cell); !text.empty()) ++(canonical_id(text).family.empty() ? words : ids);
    if (words >= 2 && ids == 0) return row;
    if (ids > 0) return std::nullopt;  // content has begun
  }
  return std::nullopt;
}

std::vector<Column> columns_of(const Document& document, const Sheet& sheet, std::size_t header) {
  std::vector<Column> columns;
  for (const Id<Cell> cell : sheet.rows[header].cells)
    if (auto text = cell_text(document, cell); !text.empty()) columns.push_back({document.cells[cell].column, std::move(text), 0, 0, {}, {}});
  const auto end = std::min(sheet.rows.size(), header + 1 + rows_looked_at);
  for (std::size_t row = header + 1; row < end; ++row)
    for (Column& column : columns)
      if (const auto cell = cell_in(document, sheet.rows[row], column.column)) column.take(cell_text(document, cell));
  return columns;
}

const Mapping* mapping_of_family(std::string_view family, const std::vector<const Mapping*>& mappings) {
  for (const std::string_view kind : kinds_by_id)
    if (id_family(kind) == family)
      for (const Mapping* mapping : mappings)
        if (mapping->gives == kind) return mapping;
  return nullptr;
}

}  // namespace

void propose_by_content(const Document& document, const Sheet& sheet, const std::vector<const Mapping*>& mappings, MappingProposal& made) {
  const auto header = header_row(document, sheet);
  if (!header) return;
  const auto columns = columns_of(document, sheet, *header);
  const std::size_t rows = sheet.rows.size() - *header - 1, seen = std::min(rows, rows_looked_at);
  const auto id = std::find_if(columns.begin(), columns.end(), [&](const Column& c) {
    return share(c.filled, seen) >= most && share(c.family().second, c.filled) >= nearly_all && share(c.ids.size(), c.filled) >= nearly_all;
  });
  if (id == columns.end()) return;
  const Mapping* mapping = mapping_of_family(id->family().first, mappings);
  const auto text = std::max_element(columns.begin(), columns.end(), [](const Column& a, const Column& b) { return a.words < b.words; });
  if (mapping == nullptr || text == id || text->words < 2 * text->filled) return;
  made.mapping = mapping->name;
  made.by_content = true;
  made.row = document.rows[sheet.rows[*header].row].number;
  made.rows = rows;
  made.sure = 0.2 + 0.25 * share(id->family().second, seen);
  made.columns = {{mapping->id, id->header}, {mapping->text, text->header}};
  made.left_over.clear();
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(&column == &*id || &column == &*text ? std::string() : column.header);
  const HeaderFit others = fit_names(*mapping, names);
  std::set<std::string> used{id->header, text->header};
  for (std::size_t i = 0; i < mapping->fields.size(); ++i) {
    const auto& field = mapping->fields[i].field;
    if (!others.columns[i] || field == mapping->id || field == mapping->text || names[*others.columns[i]].empty()) continue;
    made.columns.emplace_back(field, names[*others.columns[i]]);
    used.insert(names[*others.columns[i]]);
  }
  for (const Column& column : columns)
    if (!used.contains(column.header)) made.left_over.push_back(column.header);
}

}  // namespace dovetail
