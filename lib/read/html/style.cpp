// What HTML elements and their style attributes make of the characters inside them.
#include "read/html/style.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "text/unicode.h"

namespace dovetail::html {

namespace {

std::string squeezed_lower(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

std::optional<std::uint32_t> hexadecimal(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (digits.size() == 6) return value;
  if (digits.size() != 3) return std::nullopt;
  const std::uint32_t red = value >> 8U, green = value >> 4U & 15U, blue = value & 15U;
  return red * 17 << 16U | green * 17 << 8U | blue * 17;
}

std::optional<std::uint32_t> rgb_function(std::string_view text) {
  if (text.substr(0, 4) != "rgb(" && text.substr(0, 5) != "rgba(") return std::nullopt;
  text.remove_prefix(text.find('(') + 1);
  std::uint32_t colour = 0;
  for (int i = 0; i < 3; ++i) {
    unsigned part = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
    if (error != std::errc()) return std::nullopt;
    colour = colour << 8U | std::min(part, 255U);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.empty()) text.remove_prefix(1);
  }
  return colour;
}

/// A CSS colour; the names are those that drafters use (CSS Color 4, 6.1).
std::optional<std::uint32_t> colour_named(std::string_view text) {
  if (text.substr(0, 1) == "#") return hexadecimal(text.substr(1));
  static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 17> names{{{"black", 0},
                                                                                     {"red", 0xFF0000},
                                                                                     {"blue", 0x0000FF},
                                                                                     {"green", 0x008000},
                                                                                     {"lime", 0x00FF00},
                                                                                     {"yellow", 0xFFFF00},
                                                                                     {"orange", 0xFFA500},
                                                                                     {"purple", 0x800080},
                                                                                     {"gray", 0x808080},
                                                                                     {"grey", 0x808080},
                                                                                     {"silver", 0xC0C0C0},
                                                                                     {"maroon", 0x800000},
                                                                                     {"navy", 0x000080},
                                                                                     {"teal", 0x008080},
                                                                                     {"aqua", 0x00FFFF},
                                                                                     {"fuchsia", 0xFF00FF},
                                                                                     {"white", 0xFFFFFF}}};
  for (const auto& [name, value] : names)
    if (text == name) return value;
  return rgb_function(text);
}

namespace {

/// LibreOffice shades its fields when it writes a page, and only so: "<span style="background: #c0c0c0">2.1</span>" is the number of a
/// cross-reference, and no mark.
bool is_shaded_number(const GumboNode* element) {
  if (!is_element(element, GUMBO_TAG_SPAN) || attribute(element, "style") != "background: #c0c0c0") return false;
  const auto& children = element->v.element.children;
  if (children.length != 1) return false;
  const auto* text = static_cast<const GumboNode*>(children.data[0]);
  if (text->type != GUMBO_NODE_TEXT) return false;
  const std::string_view words = text->v.text.text;
  constexpr std::size_t longest = 24;
  return words.size() <= longest && words.find(' ') == std::string_view::npos && words.find_first_of("0123456789(") != std::string_view::npos;
}

}  // namespace

void apply_style(const GumboNode* element, Format& format) {
  if (!has_attribute(element, "style") || is_shaded_number(element)) return;
  if (const auto colour = colour_named(style_property(element, "color"))) format.colour = *colour;
  std::string background = style_property(element, "background-color");
  if (background.empty()) background = style_property(element, "background");
  if (const auto shading = colour_named(background)) format.shading = *shading;
  const std::string decoration = style_property(element, "text-decoration") + style_property(element, "text-decoration-line");
  if (decoration.find("line-through") != std::string::npos) format.strike = true;
  if (decoration.find("underline") != std::string::npos) format.underline = Underline::single;
  const std::string weight = style_property(element, "font-weight");
  if (!weight.empty()) format.bold = weight == "bold" || weight == "bolder" || (weight.size() == 3 && weight >= "600");
  const std::string slant = style_property(element, "font-style");
  if (!slant.empty()) format.italic = slant != "normal";
  const std::string vertical = style_property(element, "vertical-align");
  if (vertical == "super") format.vertical = VerticalAlign::superscript;
  if (vertical == "sub") format.vertical = VerticalAlign::subscript;
  if (style_property(element, "text-transform") == "uppercase") format.capitals = true;
}

}  // namespace

std::string style_property(const GumboNode* element, std::string_view name) {
  std::string_view style = attribute(element, "style");
  std::string value;
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos && squeezed_lower(declaration.substr(0, colon)) == name)
      value = squeezed_lower(declaration.substr(colon + 1));
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  return value;
}

Format format_inside(const GumboNode* element, Format format) {
  switch (element->v.element.tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_TH:
      format.bold = true;
      break;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_VAR:
      format.italic = true;
      break;
    case GUMBO_TAG_U:
      format.underline = Underline::single;
      break;
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
      format.strike = true;
      break;
    case GUMBO_TAG_SUP:
      format.vertical = VerticalAlign::superscript;
      break;
    case GUMBO_TAG_SUB:
      format.vertical = VerticalAlign::subscript;
      break;
    case GUMBO_TAG_MARK:
      format.highlight = "yellow";
      break;
    case GUMBO_TAG_FONT:
      if (const auto colour = colour_named(squeezed_lower(attribute(element, "color")))) format.colour = *colour;
      break;
    default:
      break;
  }
  apply_style(element, format);
  return format;
}

bool is_left_out(const GumboNode* element) {
  switch (element->v.element.tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
      return true;
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
      for (const GumboNode* above = element->parent; above != nullptr && is_element(above); above = above->parent)
        if (is_element(above, GUMBO_TAG_ARTICLE) || is_element(above, GUMBO_TAG_MAIN) || is_element(above, GUMBO_TAG_SECTION)) return false;
      return true;
    default:
      break;
  }
  const std::string_view role = attribute(element, "role");
  if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "search") return true;
  if (has_attribute(element, "hidden")) return true;
  return has_attribute(element, "style") && (style_property(element, "display") == "none" || style_property(element, "visibility") == "hidden");
}

bool is_block(const GumboNode* element) {
  switch (element->v.element.tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
      return true;
    default:
      break;
  }
  const std::string display = style_property(element, "display");
  return display == "block" || display == "list-item" || display == "flex" || display == "grid" || display == "table-row";
}

}  // namespace dovetail::html
