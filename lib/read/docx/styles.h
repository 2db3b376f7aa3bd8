// Styles with their inheritance resolved, and the look of characters that comes of them (ECMA-376-1 17.7).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/docx/properties.h"

namespace dovetail::docx {

enum class StyleType : std::uint8_t { paragraph, character, table, numbering };

struct Style {
  std::string id, name;
  StyleType type = StyleType::paragraph;
  bool standard = false;  // the default of its type
  std::string based_on_id;
  std::int32_t based_on = -1;
  RunProperties run;  // with everything inherited, once resolved
  ParagraphProperties paragraph;
  std::int32_t list_owner = -1;   // the style in the chain that states the list: its levels name it (17.9.23)
  bool indent_with_list = false;  // the indent was stated at or below the style that states the list, so it wins over the list's
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

  /// The look of characters: document defaults, table style, paragraph style, character style, direct (17.7.2, 17.7.3). Style indices
  /// may be -1. `shading` is that of the paragraph, for characters that have none.
  [[nodiscard]] Format format(const RunProperties& direct, std::int32_t paragraph_style, std::int32_t table_style, std::uint32_t shading) const;

 private:
  void read_style(const XmlPart& part, pugi::xml_node node, const Theme& theme);
  void inherit();

  RunProperties defaults_;
  std::vector<Style> styles_;
  std::unordered_map<std::string, std::int32_t> by_id_;
  std::int32_t default_paragraph_ = -1;
  std::int32_t default_table_ = -1;
  std::int32_t default_character_ = -1;
};

}  // namespace dovetail::docx
