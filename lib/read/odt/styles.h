// Styles and list styles of an OpenDocument text, looked up by name.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "model/document.h"
#include "ooxml/xml.h"

namespace dovetail::odt {

/// An attribute by its local name ("style-name"), whatever its prefix; empty where it is absent.
std::string_view attribute(pugi::xml_node element, std::string_view local);
/// The attribute as a whole number within [least, most].
std::int64_t number(pugi::xml_node element, std::string_view local, std::int64_t otherwise, std::int64_t least, std::int64_t most);

/// One level of a list style (ODF 1.3-3 16.31).
struct Level {
  enum class Kind : unsigned char { none, number, bullet };
  Kind kind = Kind::none;
  std::string format;  // style:num-format: "1", "a", "A", "i", "I"; empty for none
  std::string prefix, suffix;
  std::string pattern;  // loext:num-list-format, "%1%.%2%."; empty for none
  bool letters_repeat = false;
  std::int64_t start = 1;
  int shown = 1;  // text:display-levels
};

using ListStyle = std::array<Level, 10>;

/// The number of a level as its list style shows it; `counts` are those of all levels.
std::string show_number(const ListStyle& style, std::size_t level, const std::array<std::int64_t, 10>& counts);

class Styles {
 public:
  /// Takes in the styles of a part (styles.xml, content.xml).
  void read(const XmlPart& part);

  /// What a text style (or a paragraph style's text properties) adds to a format.
  Format text_format(std::string_view name, Format outside) const { return apply("text", name, std::move(outside)); }
  Format paragraph_text_format(std::string_view name) const { return apply("paragraph", name, {}); }

  struct ParagraphStyle {
    std::string shown_name;  // of the nearest named style, as the reader sees it
    std::string list_style;
    int outline = 9;  // 0…8
    std::int32_t indent = 0;
  };
  ParagraphStyle paragraph(std::string_view name) const;
  /// Null where there is none of that name.
  const ListStyle* list(std::string_view name) const;
  const ListStyle& outline() const { return outline_; }

 private:
  struct Style {
    pugi::xml_node node;
    std::string parent, shown_name;
    bool automatic = false;
  };
  const Style* find(std::string_view family, std::string_view name) const;
  Format apply(std::string_view family, std::string_view name, Format format) const;
  void read_style(pugi::xml_node style, bool automatic);
  static ListStyle read_levels(const XmlPart& part, pugi::xml_node list);

  std::map<std::string, Style> styles_;  // "family/name"
  std::map<std::string, ListStyle, std::less<>> lists_;
  ListStyle outline_;
};

}  // namespace dovetail::odt
