// One function says where something stands; no reporter formats it itself.
#include "model/place.h"

#include <algorithm>

namespace dovetail {
namespace {

/// The last value whose span begins at or before `offset`.
template <class T>
Id<T> last_before(const Table<T>& table, std::uint32_t offset) {
  const auto after = std::upper_bound(table.begin(), table.end(), offset, [](std::uint32_t o, const T& v) { return o < v.span.begin; });
  if (after == table.begin()) return {};
  return Table<T>::id_at(static_cast<std::size_t>(after - table.begin()) - 1);
}

std::string sheet_origin(const Document& document, Id<Cell> cell) {
  const auto& c = document.cells[cell];
  const auto& row = document.rows[c.row];
  const auto& name = document.tables[row.table].name;
  return (name.empty() ? std::string() : "sheet " + name + ", ") + cell_name(c.column, row.number);
}

std::string node_origin(const Document& document, std::uint32_t offset) {
  const auto node = last_before(document.nodes, offset);
  return node ? document.nodes[node].origin : std::string();
}

}  // namespace

Id<Paragraph> paragraph_at(const Document& document, std::uint32_t offset) {
  const auto id = last_before(document.paragraphs, offset);
  return id && offset <= document.paragraphs[id].span.end ? id : Id<Paragraph>();
}

Id<Cell> cell_at(const Document& document, std::uint32_t offset) {
  if (const auto paragraph = paragraph_at(document, offset)) return document.paragraphs[paragraph].cell;
  return last_before(document.cells, offset);
}

std::string cell_name(std::uint32_t column, std::uint32_t row) {
  std::string letters;
  for (std::uint32_t n = column + 1; n > 0; n = (n - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters + std::to_string(row);
}

std::string describe_origin(const Document& document, Span span) {
  switch (document.kind) {
    case FileKind::csv:
    case FileKind::xlsx:
      if (const auto cell = cell_at(document, span.begin)) return sheet_origin(document, cell);
      return {};
    case FileKind::bpmn:
    case FileKind::vsdx:
    case FileKind::reqif:
    case FileKind::openapi:
    case FileKind::archimate:
      return node_origin(document, span.begin);
    default:
      break;
  }
  const auto id = paragraph_at(document, span.begin);
  if (!id) return {};
  const auto& paragraph = document.paragraphs[id];
  if (document.kind == FileKind::text || document.kind == FileKind::marked_text || document.kind == FileKind::markdown)
    return "line " + std::to_string(paragraph.origin);
  const std::string part = paragraph.source < document.parts.size() ? document.parts[paragraph.source] + " " : std::string();
  return part + "paragraph " + std::to_string(paragraph.origin);
}

}  // namespace dovetail
