// Positions of rows and cells as parts of their table.
#include "read/docx/table_looks.h"

#include <array>
#include <charconv>

#include "read/docx/elements.h"
#include "read/docx/properties.h"

namespace dovetail::docx {
namespace {

bool has(TableParts parts, TablePart part) { return (parts & only(part)) != 0; }

void add(TableParts& parts, TablePart part) { parts = static_cast<TableParts>(parts | only(part)); }

/// The band that the n-th row or column (from 0, header left out) lies in: odd bands are the first, third … (17.7.6.5).
bool in_odd_band(std::uint32_t n, std::int32_t size) { return size <= 0 || n / static_cast<std::uint32_t>(size) % 2 == 0; }

std::int32_t size_of(std::int32_t band) { return band < 0 ? 1 : band; }

}  // namespace

TableLook read_table_look(const XmlPart& part, pugi::xml_node look) {
  unsigned bits = 0;
  const auto value = value_of(part, look);
  std::from_chars(value.data(), value.data() + value.size(), bits, 16);
  const auto asked = [&](std::string_view name, unsigned bit) {
    const auto stated = word_attribute(part, look, name);
    if (stated.empty()) return (bits & bit) != 0;
    return stated != "0" && stated != "false" && stated != "off";
  };
  TableLook result;
  result.first_row = asked("firstRow", 0x20);
  result.last_row = asked("lastRow", 0x40);
  result.first_column = asked("firstColumn", 0x80);
  result.last_column = asked("lastColumn", 0x100);
  result.row_bands = !asked("noHBand", 0x200);
  result.column_bands = !asked("noVBand", 0x400);
  return result;
}

TableParts parts_of_row(const TableLook& look, const Style& style, std::uint32_t row, bool last) {
  TableParts parts = 0;
  if (look.first_row && row == 1) {
    add(parts, TablePart::first_row);
  } else if (look.last_row && last) {
    add(parts, TablePart::last_row);
  } else if (look.row_bands && style.row_band != 0) {
    const auto n = row - (look.first_row ? 2 : 1);
    add(parts, in_odd_band(n, size_of(style.row_band)) ? TablePart::odd_row : TablePart::even_row);
  }
  return parts;
}

TableParts with_column(const TableLook& look, const Style& style, TableParts row, std::uint32_t column, bool last) {
  TableParts parts = row;
  const bool first_column = look.first_column && column == 0, last_column = look.last_column && last && column > 0;
  if (first_column) add(parts, TablePart::first_column);
  if (last_column) add(parts, TablePart::last_column);
  if (!first_column && !last_column && look.column_bands && style.column_band != 0) {
    const auto n = column - (look.first_column ? 1U : 0U);
    add(parts, in_odd_band(n, size_of(style.column_band)) ? TablePart::odd_column : TablePart::even_column);
  }
  if (has(row, TablePart::first_row) && first_column) add(parts, TablePart::top_left);
  if (has(row, TablePart::first_row) && last_column) add(parts, TablePart::top_right);
  if (has(row, TablePart::last_row) && first_column) add(parts, TablePart::bottom_left);
  if (has(row, TablePart::last_row) && last_column) add(parts, TablePart::bottom_right);
  return parts;
}

TableParts stated_parts(const XmlPart& part, pugi::xml_node properties) {
  const auto node = part.child(properties, Space::word, "cnfStyle");
  if (!node) return 0;
  struct Flag {
    std::string_view name;
    TablePart part;
  };
  // In the order of the twelve digits of w:val.
  static constexpr std::array<Flag, 12> flags{{{"firstRow", TablePart::first_row},
                                               {"lastRow", TablePart::last_row},
                                               {"firstColumn", TablePart::first_column},
                                               {"lastColumn", TablePart::last_column},
                                               {"oddVBand", TablePart::odd_column},
                                               {"evenVBand", TablePart::even_column},
                                               {"oddHBand", TablePart::odd_row},
                                               {"evenHBand", TablePart::even_row},
                                               {"firstRowLastColumn", TablePart::top_right},
                                               {"firstRowFirstColumn", TablePart::top_left},
                                               {"lastRowLastColumn", TablePart::bottom_right},
                                               {"lastRowFirstColumn", TablePart::bottom_left}}};
  const auto digits = value_of(part, node);
  TableParts parts = 0;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const auto stated = word_attribute(part, node, flags[i].name);
    const bool on = stated.empty() ? i < digits.size() && digits[i] == '1' : stated == "1" || stated == "true" || stated == "on";
    if (on) add(parts, flags[i].part);
  }
  return parts;
}

bool is_last_of_kind(const XmlPart& part, pugi::xml_node row_or_cell) {
  const auto kind = element_of(part, row_or_cell);
  for (auto node = row_or_cell; node; node = node.parent()) {
    for (auto next = node.next_sibling(); next; next = next.next_sibling()) {
      if (next.type() != pugi::node_element) continue;
      const auto element = element_of(part, next);
      if (element == kind || element == Element::content_control || element == Element::custom_xml) return false;
    }
    const auto around = element_of(part, node.parent());
    if (around == Element::table || around == Element::row || around == Element::unknown) break;
  }
  return true;
}

}  // namespace dovetail::docx
