// Styles and list styles of an OpenDocument text.
#include "read/odt/styles.h"
#include "text/unicode.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "read/list_number.h"

namespace dovetail::odt {

namespace {

constexpr int most_parents = 32;  // style chains are some five deep; longer ones are loops

std::string_view local_name(const char* qualified) {
  const std::string_view name = qualified;
  return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view local) {
  for (const auto found : node.children())
    if (local_name(found.name()) == local) return found;
  return {};
}

/// A length with unit as twentieths of a point; 0 where it is none.
std::int32_t twips(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return 0;
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const double points = unit == "cm"   ? 72 / 2.54
                        : unit == "mm" ? 72 / 25.4
                        : unit == "in" ? 72
                        : unit == "pc" ? 12
                        : unit == "px" ? 0.75
                        : unit == "pt" ? 1
                                       : 0;
  return static_cast<std::int32_t>(std::lround(std::clamp(value * points * 20, -100000.0, 100000.0)));
}

std::uint32_t colour(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  if (text.size() != 7 || text[0] != '#') return otherwise;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  return error == std::errc() && end == text.data() + 7 ? value : otherwise;
}

void apply_properties(pugi::xml_node properties, Format& format) {
  for (const auto property : properties.attributes()) {
    const std::string_view name = local_name(property.name()), value = property.value();
    if (name == "font-weight")
      format.bold = value == "bold" || (value.size() == 3 && value >= "600");
    else if (name == "font-style")
      format.italic = value != "normal";
    else if (name == "color")
      format.colour = colour(value, Format::automatic);
    else if (name == "background-color")
      format.shading = colour(value, Format::automatic);
    else if (name == "text-underline-style")
      format.underline = value == "none" ? Underline::none : Underline::single;
    else if (name == "text-underline-type" && value == "double")
      format.underline = Underline::twice;
    else if (name == "text-line-through-style")
      format.strike = value != "none";
    else if (name == "text-line-through-type" && value == "double")
      format.double_strike = true;
    else if (name == "text-transform")
      format.capitals = value == "uppercase";
    else if (name == "display")
      format.hidden = value == "none";
    else if (name == "text-position")
      format.vertical = value.substr(0, 3) == "sub" || value[0] == '-' ? VerticalAlign::subscript
                        : value[0] == '0'                              ? VerticalAlign::baseline
                                                                       : VerticalAlign::superscript;
  }
}

std::string count_shown(const Level& level, std::int64_t count) {
  if (level.format.empty()) return {};
  if (level.letters_repeat && (level.format == "a" || level.format == "A")) return repeated_letters(count, level.format == "A");
  return list_number(level.format[0], count);
}

/// "%1%.%2%." with the counts put in.
std::string fill_pattern(const ListStyle& style, std::size_t level, const std::array<std::int64_t, 10>& counts) {
  std::string text;
  const std::string& pattern = style[level].pattern;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::size_t end = pattern[i] == '%' ? pattern.find('%', i + 1) : std::string::npos;
    int which = 0;
    if (end != std::string::npos && std::from_chars(pattern.data() + i + 1, pattern.data() + end, which).ptr == pattern.data() + end && which >= 1 &&
        which <= 10) {
      const auto of = static_cast<std::size_t>(which - 1);
      text += count_shown(style[of], counts[of]);
      i = end;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

}  // namespace

std::string_view attribute(pugi::xml_node element, std::string_view local) {
  for (const auto found : element.attributes())
    if (local_name(found.name()) == local) return found.value();
  return {};
}

std::int64_t number(pugi::xml_node element, std::string_view local, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
  const std::string_view text = attribute(element, local);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return most;
  return error == std::errc() ? std::clamp(value, least, most) : otherwise;
}

std::string show_number(const ListStyle& style, std::size_t level, const std::array<std::int64_t, 10>& counts) {
  const Level& own = style[level];
  if (own.kind == Level::Kind::bullet) return own.suffix.empty() ? "\u2022" : own.suffix;
  if (own.kind == Level::Kind::none || own.format.empty()) return {};
  if (!own.pattern.empty()) return fill_pattern(style, level, counts);
  std::string text = own.prefix;
  const std::size_t first = level + 1 - std::min(static_cast<std::size_t>(own.shown), level + 1);
  bool any = false;
  for (std::size_t i = first; i <= level; ++i) {
    const std::string part = count_shown(style[i], counts[i]);
    if (part.empty()) continue;
    if (any) text += '.';
    text += part;
    any = true;
  }
  return text + own.suffix;
}

void Styles::read_style(pugi::xml_node style, bool automatic) {
  const std::string name(attribute(style, "name"));
  Style read;
  read.node = style;
  read.parent = attribute(style, "parent-style-name");
  read.shown_name = valid_utf8(attribute(style, "display-name"));
  if (read.shown_name.empty()) read.shown_name = valid_utf8(name);
  read.automatic = automatic;
  styles_[std::string(attribute(style, "family")) + "/" + name] = std::move(read);
}

ListStyle Styles::read_levels(const XmlPart&, pugi::xml_node list) {
  ListStyle style;
  for (const auto node : list.children()) {
    const std::string_view kind = local_name(node.name());
    const std::int64_t which = number(node, "level", 0, 0, 10);
    if (which < 1) continue;
    Level& level = style[static_cast<std::size_t>(which - 1)];
    if (kind == "list-level-style-bullet" || kind == "list-level-style-image") {
      level.kind = Level::Kind::bullet;
      level.suffix = valid_utf8(attribute(node, "bullet-char"));
    } else if (kind == "list-level-style-number" || kind == "outline-level-style") {
      level.kind = Level::Kind::number;
      level.format = attribute(node, "num-format");
      level.prefix = valid_utf8(attribute(node, "num-prefix"));
      level.suffix = valid_utf8(attribute(node, "num-suffix"));
      level.pattern = valid_utf8(attribute(node, "num-list-format"));
      level.letters_repeat = attribute(node, "num-letter-sync") == "true";
      level.start = number(node, "start-value", 1, 0, 1000000000);
      level.shown = static_cast<int>(number(node, "display-levels", 1, 1, 10));
    }
  }
  return style;
}

void Styles::read(const XmlPart& part) {
  for (const auto group : part.root().children()) {
    const std::string_view name = local_name(group.name());
    if (name != "styles" && name != "automatic-styles") continue;
    for (const auto node : group.children()) {
      if (part.is(node, Space::open_style, "style")) read_style(node, name == "automatic-styles");
      if (part.is(node, Space::open_text, "list-style")) lists_[std::string(attribute(node, "name"))] = read_levels(part, node);
      if (part.is(node, Space::open_text, "outline-style")) outline_ = read_levels(part, node);
    }
  }
}

const Styles::Style* Styles::find(std::string_view family, std::string_view name) const {
  const auto found = styles_.find(std::string(family) + "/" + std::string(name));
  return found == styles_.end() ? nullptr : &found->second;
}

const ListStyle* Styles::list(std::string_view name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

Format Styles::apply(std::string_view family, std::string_view name, Format format) const {
  std::vector<const Style*> chain;
  for (const Style* style = find(family, name); style != nullptr && chain.size() < most_parents; style = find(family, style->parent))
    chain.push_back(style);
  for (auto style = chain.rbegin(); style != chain.rend(); ++style) apply_properties(child((*style)->node, "text-properties"), format);
  return format;
}

Styles::ParagraphStyle Styles::paragraph(std::string_view name) const {
  ParagraphStyle result;
  bool has_indent = false, has_list = false;
  int steps = 0;
  for (const Style* style = find("paragraph", name); style != nullptr && steps < most_parents; style = find("paragraph", style->parent), ++steps) {
    if (result.shown_name.empty() && !style->automatic) result.shown_name = style->shown_name;
    if (result.outline == 9) result.outline = static_cast<int>(number(style->node, "default-outline-level", 10, 1, 10)) - 1;
    if (!has_list && !attribute(style->node, "list-style-name").empty()) {
      result.list_style = attribute(style->node, "list-style-name");
      has_list = true;
    }
    const std::string_view indent = attribute(child(style->node, "paragraph-properties"), "margin-left");
    if (!has_indent && !indent.empty()) {
      result.indent = twips(indent);
      has_indent = true;
    }
  }
  return result;
}

}  // namespace dovetail::odt
