// Tables: rows and cells with their revisions, merged and nested ones too (ECMA-376-1 17.4, 17.13.5.1 and following).
#include <algorithm>

#include "read/docx/walker.h"

namespace dovetail::docx {
namespace {

constexpr std::int64_t widest_span = 16384;  // columns: far beyond Word's 63

std::uint32_t span_of(const XmlPart& part, pugi::xml_node properties, std::string_view name, std::uint32_t otherwise) {
  const auto node = part.child(properties, Space::word, name);
  if (!node) return otherwise;
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(integer(value_of(part, node)).value_or(otherwise), otherwise, widest_span));
}

}  // namespace

void Walker::begin_table(pugi::xml_node) {
  if (paragraph_.open) finish_paragraph();
  finish_initial();
  TextTable table;
  table.span = {reading_.writer.here(), reading_.writer.here()};
  table.part = story_.part;
  table.source = story_.source->index;
  if (!tables_.empty()) table.outer = tables_.back().cell;
  OpenTable open;
  open.style = open.cell_style = reading_.styles.default_table();
  open.table = document_.tables.add(std::move(table));
  tables_.push_back(open);
}

void Walker::table_properties(pugi::xml_node node) {
  if (tables_.empty()) return;
  const Span here{reading_.writer.here(), reading_.writer.here()};
  formatting_changed(node, "tblPrExChange", here);  // of a row (17.13.5.35)
  if (xml_.name(node).local != "tblPr") return;
  if (const auto style = xml_.child(node, Space::word, "tblStyle")) {
    const auto found = reading_.styles.find(value_of(xml_, style), StyleType::table);
    if (found >= 0) tables_.back().style = tables_.back().cell_style = found;
  }
  if (const auto look = xml_.child(node, Space::word, "tblLook")) tables_.back().look = read_table_look(xml_, look);
  formatting_changed(node, "tblPrChange", here);
}

void Walker::end_table() {
  if (tables_.empty()) return;
  if (paragraph_.open) finish_paragraph();
  finish_initial();
  auto& table = document_.tables[tables_.back().table];
  table.span.end = reading_.writer.here();
  tables_.pop_back();
}

void Walker::begin_row(pugi::xml_node node) {
  if (tables_.empty()) return;
  end_cell();
  auto& open = tables_.back();
  Row row;
  row.table = open.table;
  row.number = ++open.rows;
  row.inserted = revised_.inserted;
  row.deleted = revised_.deleted;
  open.row = document_.rows.add(row);
  open.cell = {};
  open.column = 0;
  if (open.style < 0 || reading_.styles[open.style].parts.empty()) return;
  open.row_parts = open.look ? parts_of_row(*open.look, reading_.styles[open.style], open.rows, is_last_of_kind(xml_, node))
                             : stated_parts(xml_, xml_.child(node, Space::word, "trPr"));
}

void Walker::row_properties(pugi::xml_node node) {
  if (tables_.empty() || !tables_.back().row) return;
  auto& open = tables_.back();
  Row& row = document_.rows[open.row];
  const auto revised = reading_.revisions.of_mark(xml_, node, {row.inserted, row.deleted});
  row.inserted = revised.inserted;
  row.deleted = revised.deleted;
  if (const auto header = xml_.child(node, Space::word, "tblHeader")) row.header = is_on(xml_, header);
  if (const auto hidden = xml_.child(node, Space::word, "hidden")) row.hidden = is_on(xml_, hidden);
  open.column = span_of(xml_, node, "gridBefore", 0);
  formatting_changed(node, "trPrChange", {reading_.writer.here(), reading_.writer.here()});
}

void Walker::begin_cell(pugi::xml_node node) {
  if (tables_.empty()) return;
  end_cell();  // one that stands in another without a table of its own ends it
  auto& open = tables_.back();
  if (!open.row) begin_row({});
  if (paragraph_.open) finish_paragraph();
  finish_initial();
  if (document_.cells.size() >= reading_.limits.cells)
    return reading_.limit("the document has more than " + std::to_string(reading_.limits.cells) + " table cells");
  Cell cell;
  cell.row = open.row;
  cell.column = open.column;
  cell.span = {reading_.writer.here(), reading_.writer.here()};
  open.cell = document_.cells.add(cell);
  if (open.style < 0 || reading_.styles[open.style].parts.empty()) return;
  auto parts = open.row_parts;
  if (open.look)
    parts = with_column(*open.look, reading_.styles[open.style], parts, open.column, is_last_of_kind(xml_, node));
  else
    parts = static_cast<TableParts>(parts | stated_parts(xml_, xml_.child(node, Space::word, "tcPr")));
  open.cell_style = reading_.styles.in_parts(open.style, parts);
}

void Walker::cell_properties(pugi::xml_node node) {
  if (tables_.empty() || !tables_.back().cell) return;
  Cell& cell = document_.cells[tables_.back().cell];
  cell.columns = span_of(xml_, node, "gridSpan", 1);
  if (const auto merge = xml_.child(node, Space::word, "vMerge")) cell.continues_above = value_of(xml_, merge) != "restart";
  if (const auto inserted = xml_.child(node, Space::word, "cellIns")) cell.inserted = reading_.revisions.add(xml_, inserted, Change::inserted);
  if (const auto deleted = xml_.child(node, Space::word, "cellDel")) cell.deleted = reading_.revisions.add(xml_, deleted, Change::deleted);
  if (const auto merged = xml_.child(node, Space::word, "cellMerge")) {
    // A tracked merge changes no text: the cells stay, joined or apart (17.13.5.3).
    const auto now = attribute(merged, "vMerge");
    if (!now.empty()) cell.continues_above = now == "cont";
    document_.format_changes.add({cell.span, reading_.revisions.add(xml_, merged, Change::formatted)});
  }
  formatting_changed(node, "tcPrChange", cell.span);
}

void Walker::end_cell() {
  if (tables_.empty() || !tables_.back().cell) return;
  if (paragraph_.open) finish_paragraph();
  finish_initial();
  auto& open = tables_.back();
  Cell& cell = document_.cells[open.cell];
  cell.span.end = reading_.writer.here();
  open.column = cell.column + cell.columns;
  auto& table = document_.tables[open.table];
  table.columns = std::max(table.columns, open.column);
  open.cell = {};
}

}  // namespace dovetail::docx
