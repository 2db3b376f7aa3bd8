// Styles with their inheritance resolved, and the look of characters that comes of them (ECMA-376-1 17.7).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/docx/properties.h"

namespace dovetail::docx {

enum class StyleType : std::uint8_t { paragraph, character, table, numbering };

/// The parts of a table that its style can format apart (17.18.89), weakest first: the order in which they are applied (17.7.6).
enum class TablePart : std::uint8_t {
  whole,
  odd_column,
  even_column,
  odd_row,
  even_row,
  first_row,
  last_row,
  first_column,
  last_column,
  top_left,
  top_right,
  bottom_left,
  bottom_right
};
inline constexpr std::size_t table_part_count = 13;
/// A set of them, by 1 << TablePart.
using TableParts = std::uint16_t;
constexpr TableParts only(TablePart part) { return static_cast<TableParts>(1U << static_cast<unsigned>(part)); }

struct Style {
  std::string id, name;
  StyleType type = StyleType::paragraph;
  bool standard = false;  // the default of its type
  std::string based_on_id;
  std::int32_t based_on = -1;
  RunProperties run;  // with everything inherited, once resolved
  ParagraphProperties paragraph;
  std::int32_t list_owner = -1;                  // the style in the chain that states the list: its levels name it (17.9.23)
  bool indent_with_list = false;                 // the indent was stated at or below the style that states the list, so it wins over the list's
  std::map<TablePart, RunProperties> parts;      // w:tblStylePr of a table style
  std::int32_t row_band = -1, column_band = -1;  // rows and columns of one band; -1 where not stated
};

class StyleSheet {
 public:
  /// Reads word/styles.xml. Chains that loop are cut.
  void read(const XmlPart& part, const Theme& theme);

  /// The index of a style by id; -1 when there is none of that type.
  [[nodiscard]] std::int32_t find(std::string_view id, StyleType type) const;
  [[nodiscard]] const Style& operator[](std::int32_t index) const { return styles_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] std::int32_t default_paragraph() const { return default_paragraph_; }
  [[nodiscard]] std::int32_t default_table() const { return default_table_; }
  /// The style that a table style amounts to in cells that are those parts of the table; the style itself where it formats none of them apart.
  std::int32_t in_parts(std::int32_t table_style, TableParts parts);

  /// The look of characters: document defaults, table style, paragraph style, character style, direct (17.7.2, 17.7.3). Style indices
  /// may be -1. `shading` is that of the paragraph, for characters that have none.
  [[nodiscard]] Format format(const RunProperties& direct, std::int32_t paragraph_style, std::int32_t table_style, std::uint32_t shading) const;

 private:
  void read_style(const XmlPart& part, pugi::xml_node node, const Theme& theme);
  void inherit();
  void inherit_table(Style& style, const Style& base) const;

  RunProperties defaults_;
  std::vector<Style> styles_;
  std::unordered_map<std::string, std::int32_t> by_id_;
  std::map<std::pair<std::int32_t, TableParts>, std::int32_t> in_parts_;
  std::int32_t default_paragraph_ = -1;
  std::int32_t default_table_ = -1;
  std::int32_t default_character_ = -1;
};

}  // namespace dovetail::docx
