// Reading w:rPr and w:pPr: only what can be seen in the text or decides its number.
#include "read/docx/properties.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "read/docx/elements.h"

namespace dovetail::docx {
namespace {

constexpr std::array<std::string_view, 17> highlight_names{"none",      "black",     "blue",        "cyan",    "darkBlue",   "darkCyan",
                                                           "darkGray",  "darkGreen", "darkMagenta", "darkRed", "darkYellow", "green",
                                                           "lightGray", "magenta",   "red",         "white",   "yellow"};

std::uint32_t colour_of(const XmlPart& part, pugi::xml_node node, const Theme& theme, std::string_view value, std::string_view name,
                        std::string_view tint, std::string_view shade) {
  const auto theme_name = word_attribute(part, node, name);
  if (!theme_name.empty() && theme_name != "none")
    if (const auto colour = theme.colour(theme_name, word_attribute(part, node, tint), word_attribute(part, node, shade))) return *colour;
  return hexadecimal_colour(word_attribute(part, node, value)).value_or(Format::automatic);
}

/// The shading of the whole area: the fill, or the pattern's own colour where it covers everything (17.3.5, "solid").
std::uint32_t shading_of(const XmlPart& part, pugi::xml_node node, const Theme& theme) {
  if (value_of(part, node) == "solid") return colour_of(part, node, theme, "color", "themeColor", "themeTint", "themeShade");
  return colour_of(part, node, theme, "fill", "themeFill", "themeFillTint", "themeFillShade");
}

std::int8_t underline_of(std::string_view value) {
  if (value == "none") return static_cast<std::int8_t>(Underline::none);
  if (value.empty() || value == "single" || value == "words") return static_cast<std::int8_t>(Underline::single);
  return static_cast<std::int8_t>(value == "double" ? Underline::twice : Underline::other);
}

std::int8_t vertical_of(std::string_view value) {
  if (value == "superscript") return static_cast<std::int8_t>(VerticalAlign::superscript);
  return static_cast<std::int8_t>(value == "subscript" ? VerticalAlign::subscript : VerticalAlign::baseline);
}

std::int32_t small_integer(std::string_view text) {
  const auto value = integer(text);
  if (!value) return ParagraphProperties::unset;
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(*value, -1000000000, 1000000000));
}

Switch switched(const XmlPart& part, pugi::xml_node node) { return is_on(part, node) ? Switch::on : Switch::off; }

void read_numbering(const XmlPart& part, pugi::xml_node node, ParagraphProperties& result) {
  if (const auto level = part.child(node, Space::word, "ilvl")) result.level = small_integer(value_of(part, level));
  if (const auto list = part.child(node, Space::word, "numId")) result.list = small_integer(value_of(part, list));
}

}  // namespace

void RunProperties::apply(const RunProperties& stronger) {
  if (stronger.colour != unset) colour = stronger.colour;
  if (stronger.shading != unset) shading = stronger.shading;
  if (stronger.style >= 0) style = stronger.style;
  if (stronger.highlight >= 0) highlight = stronger.highlight;
  if (stronger.underline >= 0) underline = stronger.underline;
  if (stronger.vertical >= 0) vertical = stronger.vertical;
  if (stronger.double_strike != Switch::unset) double_strike = stronger.double_strike;
  for (const auto toggle : toggles)
    if (stronger.*toggle != Switch::unset) this->*toggle = stronger.*toggle;
}

void ParagraphProperties::apply(const ParagraphProperties& stronger) {
  if (stronger.style >= 0) style = stronger.style;
  if (stronger.list != unset) list = stronger.list;
  if (stronger.level != unset) level = stronger.level;
  if (stronger.outline != unset) outline = stronger.outline;
  if (stronger.indent != unset) indent = stronger.indent;
  if (stronger.shading != RunProperties::unset) shading = stronger.shading;
}

std::string_view highlight_name(std::int8_t index) {
  return index <= 0 || static_cast<std::size_t>(index) >= highlight_names.size() ? std::string_view()
                                                                                 : highlight_names[static_cast<std::size_t>(index)];
}

std::string_view word_attribute(const XmlPart& part, pugi::xml_node node, std::string_view local) {
  return part.attribute(node, Space::word, local).value();
}

std::string_view value_of(const XmlPart& part, pugi::xml_node node) { return word_attribute(part, node, "val"); }

bool is_on(const XmlPart& part, pugi::xml_node node) {
  const auto value = value_of(part, node);
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::optional<std::string_view> read_run_properties(const XmlPart& part, pugi::xml_node properties, const Theme& theme, RunProperties& result,
                                                    pugi::xml_node* change) {
  std::optional<std::string_view> style;
  for (auto node = properties.first_child(); node; node = node.next_sibling()) {
    if (node.type() != pugi::node_element) continue;
    switch (element_of(part, node)) {
      case Element::style_of_run:
        style = value_of(part, node);
        break;
      case Element::run_change:
        if (change != nullptr) *change = node;
        break;
      case Element::bold:
        result.bold = switched(part, node);
        break;
      case Element::italic:
        result.italic = switched(part, node);
        break;
      case Element::strike:
        result.strike = switched(part, node);
        break;
      case Element::double_strike:
        result.double_strike = switched(part, node);
        break;
      case Element::hidden:
        result.hidden = switched(part, node);
        break;
      case Element::capitals:
        result.capitals = switched(part, node);
        break;
      case Element::small_capitals:
        result.small_capitals = switched(part, node);
        break;
      case Element::colour:
        result.colour = colour_of(part, node, theme, "val", "themeColor", "themeTint", "themeShade");
        break;
      case Element::shading:
        result.shading = shading_of(part, node, theme);
        break;
      case Element::underline:
        result.underline = underline_of(value_of(part, node));
        break;
      case Element::vertical_align:
        result.vertical = vertical_of(value_of(part, node));
        break;
      case Element::highlight: {
        const auto at = std::find(highlight_names.begin(), highlight_names.end(), value_of(part, node));
        result.highlight = static_cast<std::int8_t>(at == highlight_names.end() ? 0 : at - highlight_names.begin());
        break;
      }
      default:
        break;
    }
  }
  return style;
}

std::optional<std::string_view> read_paragraph_properties(const XmlPart& part, pugi::xml_node properties, const Theme& theme,
                                                          ParagraphProperties& result) {
  std::optional<std::string_view> style;
  for (auto node = properties.first_child(); node; node = node.next_sibling()) {
    if (node.type() != pugi::node_element) continue;
    switch (element_of(part, node)) {
      case Element::style_of_paragraph:
        style = value_of(part, node);
        break;
      case Element::numbering:
        read_numbering(part, node, result);
        break;
      case Element::outline_level:
        result.outline = small_integer(value_of(part, node));
        break;
      case Element::shading:
        result.shading = shading_of(part, node, theme);
        break;
      case Element::indent: {
        auto left = part.attribute(node, Space::word, "left");
        if (!left) left = part.attribute(node, Space::word, "start");
        if (const auto measure = twentieths(left.value())) result.indent = *measure;
        break;
      }
      default:
        break;
    }
  }
  return style;
}

std::optional<std::int32_t> twentieths(std::string_view text) {
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
  const std::string_view unit(result.ptr, static_cast<std::size_t>(text.data() + text.size() - result.ptr));
  const double factor = unit.empty()                   ? 1
                        : unit == "pt"                 ? 20
                        : unit == "in"                 ? 1440
                        : unit == "cm"                 ? 1440 / 2.54
                        : unit == "mm"                 ? 144 / 2.54
                        : unit == "pc" || unit == "pi" ? 240
                                                       : 0;
  if (factor == 0) return std::nullopt;
  return static_cast<std::int32_t>(std::clamp(std::round(value * factor), -1e9, 1e9));
}

}  // namespace dovetail::docx
