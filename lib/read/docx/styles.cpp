// Style sheets: read once, each style then holds all that it inherits.
#include "read/docx/styles.h"

#include <algorithm>

#include "text/unicode.h"

namespace dovetail::docx {
namespace {

std::string key_of(std::string_view id, StyleType type) { return std::string(id).append(1, static_cast<char>(1 + static_cast<int>(type))); }

StyleType type_of(std::string_view name) {
  if (name == "character") return StyleType::character;
  if (name == "table") return StyleType::table;
  return name == "numbering" ? StyleType::numbering : StyleType::paragraph;
}

/// The level of Word's own heading styles where the style sheet leaves it out, as some other programs do.
std::int32_t heading_level(std::string_view name) {
  const std::string folded = fold(name);
  if (folded.size() == 9 && folded.substr(0, 8) == "heading " && folded[8] >= '1' && folded[8] <= '9') return folded[8] - '1';
  return ParagraphProperties::unset;
}

bool on(Switch value) { return value == Switch::on; }

constexpr std::array<std::string_view, table_part_count> table_part_names{"wholeTable", "band1Vert", "band2Vert", "band1Horz", "band2Horz",
                                                                          "firstRow",   "lastRow",   "firstCol",  "lastCol",   "nwCell",
                                                                          "neCell",     "swCell",    "seCell"};

std::int32_t band_of(const XmlPart& part, pugi::xml_node properties, std::string_view name) {
  const auto node = part.child(properties, Space::word, name);
  return node ? static_cast<std::int32_t>(std::clamp<std::int64_t>(integer(value_of(part, node)).value_or(1), 0, 1000)) : -1;
}

void read_table_parts(const XmlPart& part, pugi::xml_node node, const Theme& theme, Style& style) {
  const auto properties = part.child(node, Space::word, "tblPr");
  style.row_band = band_of(part, properties, "tblStyleRowBandSize");
  style.column_band = band_of(part, properties, "tblStyleColBandSize");
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element || !part.is(child, Space::word, "tblStylePr")) continue;
    const auto name = std::find(table_part_names.begin(), table_part_names.end(), word_attribute(part, child, "type"));
    const auto run = part.child(child, Space::word, "rPr");
    if (name != table_part_names.end() && run)
      read_run_properties(part, run, theme, style.parts[static_cast<TablePart>(name - table_part_names.begin())]);
  }
}

}  // namespace

void StyleSheet::read(const XmlPart& part, const Theme& theme) {
  const auto root = part.root();
  const auto defaults = part.child(part.child(part.child(root, Space::word, "docDefaults"), Space::word, "rPrDefault"), Space::word, "rPr");
  if (defaults) read_run_properties(part, defaults, theme, defaults_);
  for (const auto node : root.children())
    if (node.type() == pugi::node_element && part.is(node, Space::word, "style")) read_style(part, node, theme);
  inherit();
}

void StyleSheet::read_style(const XmlPart& part, pugi::xml_node node, const Theme& theme) {
  Style style;
  style.id = valid_utf8(word_attribute(part, node, "styleId"));
  style.type = type_of(word_attribute(part, node, "type"));
  const auto standard = part.attribute(node, Space::word, "default");
  style.standard = standard && std::string_view(standard.value()) != "0" && std::string_view(standard.value()) != "false" &&
                   std::string_view(standard.value()) != "off";
  style.name = valid_utf8(value_of(part, part.child(node, Space::word, "name")));
  style.based_on_id = value_of(part, part.child(node, Space::word, "basedOn"));
  if (const auto run = part.child(node, Space::word, "rPr")) read_run_properties(part, run, theme, style.run);
  if (const auto paragraph = part.child(node, Space::word, "pPr")) read_paragraph_properties(part, paragraph, theme, style.paragraph);
  if (style.type == StyleType::paragraph && style.paragraph.outline == ParagraphProperties::unset)
    style.paragraph.outline = heading_level(style.name);
  if (style.type == StyleType::table) read_table_parts(part, node, theme, style);
  const auto index = static_cast<std::int32_t>(styles_.size());
  if (style.standard && style.type == StyleType::paragraph) default_paragraph_ = index;
  if (style.standard && style.type == StyleType::table) default_table_ = index;
  if (style.standard && style.type == StyleType::character) default_character_ = index;
  by_id_.emplace(key_of(style.id, style.type), index);  // of two styles with one id the first stands
  styles_.push_back(std::move(style));
}

void StyleSheet::inherit() {
  for (auto& style : styles_)
    if (!style.based_on_id.empty()) style.based_on = find(style.based_on_id, style.type);
  enum class State : std::uint8_t { waiting, open, done };
  std::vector<State> states(styles_.size(), State::waiting);
  for (std::size_t i = 0; i < styles_.size(); ++i) {
    std::vector<std::size_t> chain;
    for (auto at = static_cast<std::int32_t>(i); at >= 0 && states[static_cast<std::size_t>(at)] == State::waiting;
         at = styles_[static_cast<std::size_t>(at)].based_on) {
      states[static_cast<std::size_t>(at)] = State::open;
      chain.push_back(static_cast<std::size_t>(at));
    }
    for (; !chain.empty(); chain.pop_back()) {
      Style& style = styles_[chain.back()];
      states[chain.back()] = State::done;
      const bool own_list = style.paragraph.list != ParagraphProperties::unset;
      const bool own_indent = style.paragraph.indent != ParagraphProperties::unset;
      style.list_owner = own_list ? static_cast<std::int32_t>(chain.back()) : -1;
      style.indent_with_list = own_indent;
      if (style.based_on < 0 || states[static_cast<std::size_t>(style.based_on)] != State::done) continue;
      const Style& base = styles_[static_cast<std::size_t>(style.based_on)];
      RunProperties run = base.run;
      run.apply(style.run);
      style.run = run;
      ParagraphProperties paragraph = base.paragraph;
      paragraph.apply(style.paragraph);
      style.paragraph = paragraph;
      inherit_table(style, base);
      if (!own_list) {
        style.list_owner = base.list_owner;
        style.indent_with_list = own_indent || base.indent_with_list;
      }
    }
  }
}

void StyleSheet::inherit_table(Style& style, const Style& base) const {
  if (style.row_band < 0) style.row_band = base.row_band;
  if (style.column_band < 0) style.column_band = base.column_band;
  for (const auto& [which, inherited] : base.parts) {
    RunProperties run = inherited;
    run.apply(style.parts[which]);
    style.parts[which] = run;
  }
}

std::int32_t StyleSheet::in_parts(std::int32_t table_style, TableParts parts) {
  if (table_style < 0) return table_style;
  TableParts formatted = only(TablePart::whole);
  for (const auto& [which, run] : (*this)[table_style].parts) formatted = static_cast<TableParts>(formatted | only(which));
  parts = static_cast<TableParts>((parts | only(TablePart::whole)) & formatted);
  if ((*this)[table_style].parts.empty()) return table_style;
  const auto [known, is_new] = in_parts_.try_emplace({table_style, parts}, static_cast<std::int32_t>(styles_.size()));
  if (is_new) {
    Style style = (*this)[table_style];
    for (const auto& [which, run] : style.parts)
      if ((parts & only(which)) != 0) style.run.apply(run);
    styles_.push_back(std::move(style));
  }
  return known->second;
}

std::int32_t StyleSheet::find(std::string_view id, StyleType type) const {
  const auto it = by_id_.find(key_of(id, type));
  return it == by_id_.end() ? -1 : it->second;
}

Format StyleSheet::format(const RunProperties& direct, std::int32_t paragraph_style, std::int32_t table_style, std::uint32_t shading) const {
  RunProperties all = defaults_;
  const std::array chain{table_style, paragraph_style, direct.style >= 0 ? direct.style : default_character_};
  for (const auto index : chain)
    if (index >= 0) all.apply((*this)[index].run);
  for (const auto toggle : toggles) {
    bool value = on(defaults_.*toggle);
    if (!value)
      for (const auto index : chain) value ^= index >= 0 && on((*this)[index].run.*toggle);
    all.*toggle = value ? Switch::on : Switch::off;
  }
  all.apply(direct);
  Format format;
  if (all.colour != RunProperties::unset) format.colour = all.colour;
  format.shading = all.shading != RunProperties::unset && all.shading != Format::automatic ? all.shading
                   : shading == RunProperties::unset                                       ? Format::automatic
                                                                                           : shading;
  format.highlight = highlight_name(all.highlight);
  if (all.underline >= 0) format.underline = static_cast<Underline>(all.underline);
  if (all.vertical >= 0) format.vertical = static_cast<VerticalAlign>(all.vertical);
  format.bold = on(all.bold);
  format.italic = on(all.italic);
  format.strike = on(all.strike);
  format.double_strike = on(all.double_strike);
  format.hidden = on(all.hidden);
  format.capitals = on(all.capitals) || on(all.small_capitals);
  return format;
}

}  // namespace dovetail::docx
