// Findings about the design and the registers.
#include "check/atom_finding.h"

#include <array>
#include <utility>

#include "check/make_finding.h"

namespace dovetail {

namespace {

constexpr std::array row_ids{"link_id", "change_id", "comment_id", "item_id", "doc_number", "code_doc", "legacy_flow", "topic", "role", "id", "ref"};

}  // namespace

Finding table_finding(const Review& review, const Rule& rule, Id<Unit> unit, Span span, std::string label) {
  Finding finding;
  finding.rule = rule.id;
  finding.severity = rule.severity;
  finding.certainty = rule.certainty;
  finding.place = {review.units[unit].document, span};
  finding.views = {true, true};
  finding.label = std::move(label);
  finding.text = words_in_view(review, unit, span, View::proposed);
  return finding;
}

Finding atom_finding(const Review& review, const Rule& rule, In<Item> in) {
  const Item& item = review.units[in.unit].items[in.id];
  Finding finding = table_finding(review, rule, in.unit, item.record.span, item.id);
  finding.atom = item.id;
  return finding;
}

std::string row_id(const Record& record) {
  for (const char* field : row_ids)
    if (const auto value = record.field(field); !value.empty()) return std::string(value);
  return {};
}

std::string id_of_row_at(const Review& review, Id<Unit> id, Span span) {
  const Unit& unit = review.units[id];
  const Document& document = review.documents[unit.document];
  if (span.empty()) return {};
  const auto row_at = [&](std::uint32_t offset) {
    const Id<Cell> cell = cell_at(document, offset);
    return cell ? document.cells[cell].row : Id<Row>();
  };
  const Id<Row> wanted = row_at(span.begin);
  if (!wanted) return {};
  for (const Item& item : unit.items)
    if (row_at(item.record.span.begin) == wanted) return item.id;
  for (const Record& record : unit.records)
    if (row_at(record.span.begin) == wanted) return row_id(record);
  return {};
}

}  // namespace dovetail
