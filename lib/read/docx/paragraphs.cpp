// Paragraphs: their properties in both views, and the mark that ends them (ECMA-376-1 17.3.1).
#include <algorithm>

#include "read/docx/walker.h"
#include "text/unicode.h"

namespace dovetail::docx {

void Walker::begin_paragraph(std::uint32_t origin) {
  paragraph_ = OpenParagraph();
  paragraph_.open = true;
  paragraph_.begin = reading_.writer.here();
  paragraph_.origin = origin;
  if (initial_) paragraph_.begin = initial_->begin;
  initial_.reset();
  paragraph_.style = reading_.styles.default_paragraph();
  paragraph_.mark_revised = revised_;
  if (paragraph_.style >= 0) paragraph_.shading = reading_.styles[paragraph_.style].paragraph.shading;
  run_ = RunProperties();
  run_format_ = {};
}

/// Text that stands where no paragraph is gets one.
void Walker::ensure_paragraph() {
  if (!paragraph_.open) begin_paragraph(origin_);
}

void Walker::paragraph_properties(pugi::xml_node node) {
  if (!paragraph_.open) return;
  const auto style = read_paragraph_properties(xml_, node, reading_.theme, paragraph_.stated);
  if (style) paragraph_.stated.style = reading_.styles.find(*style, StyleType::paragraph);
  if (paragraph_.stated.style >= 0) paragraph_.style = paragraph_.stated.style;
  if (paragraph_.style >= 0) paragraph_.shading = reading_.styles[paragraph_.style].paragraph.shading;
  if (paragraph_.stated.shading != RunProperties::unset) paragraph_.shading = paragraph_.stated.shading;
  run_format_ = {};
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    switch (element_of(xml_, child)) {
      case Element::run_properties:
        mark_properties(child);
        break;
      case Element::paragraph_change:
        paragraph_change(child);
        break;
      case Element::section:
        section(child);
        break;
      case Element::frame: {
        const auto capital = attribute(child, "dropCap");
        paragraph_.drop_capital = capital == "drop" || capital == "margin";
        break;
      }
      case Element::numbering:
        if (xml_.child(child, Space::word, "ins")) paragraph_.numbering_inserted = true;
        if (const auto change = xml_.child(child, Space::word, "numberingChange"))
          paragraph_.original_number = original_number(attribute(change, "original"));
        break;
      default:
        break;
    }
  }
}

void Walker::mark_properties(pugi::xml_node node) {
  if (const auto style = read_run_properties(xml_, node, reading_.theme, paragraph_.mark))
    paragraph_.mark.style = reading_.styles.find(*style, StyleType::character);
  paragraph_.mark_revised = reading_.revisions.of_mark(xml_, node, revised_);
}

/// w:pPrChange holds all properties as they were before, so they stand alone (17.13.5.29).
void Walker::paragraph_change(pugi::xml_node node) {
  paragraph_.properties_changed = reading_.revisions.add(xml_, node, Change::formatted);
  ParagraphProperties before;
  if (const auto old = xml_.child(node, Space::word, "pPr"))
    if (const auto style = read_paragraph_properties(xml_, old, reading_.theme, before))
      before.style = reading_.styles.find(*style, StyleType::paragraph);
  paragraph_.stated_before = before;
}

namespace {

std::int32_t stated_or(std::int32_t value, std::int32_t otherwise) { return value == ParagraphProperties::unset ? otherwise : value; }

}  // namespace

Id<ParagraphFormat> Walker::paragraph_format(const ParagraphProperties& stated, bool numbered) {
  const auto& styles = reading_.styles;
  const auto style = stated.style >= 0 ? stated.style : styles.default_paragraph();
  ParagraphProperties all = style >= 0 ? styles[style].paragraph : ParagraphProperties();
  const bool list_of_style = stated.list == ParagraphProperties::unset && all.list != ParagraphProperties::unset;
  ParagraphFormat format;
  std::int32_t level = stated_or(stated.level, ParagraphProperties::unset);
  if (list_of_style && level == ParagraphProperties::unset) {
    // A style's level is the one that names the style, or else the one that states the list (17.9.23).
    level = reading_.numbering.level_of_style(all.list, styles[style].id);
    if (level < 0 && all.level == ParagraphProperties::unset && styles[style].list_owner >= 0)
      level = reading_.numbering.level_of_style(all.list, styles[styles[style].list_owner].id);
    if (level < 0) level = all.level;
  }
  const auto style_indent = all.indent;
  const bool style_indent_wins = list_of_style && style >= 0 && styles[style].indent_with_list && style_indent != ParagraphProperties::unset;
  all.apply(stated);
  const auto* definition = numbered ? reading_.numbering.level(stated_or(all.list, 0), stated_or(level, 0)) : nullptr;
  if (definition != nullptr) {
    format.list = all.list;
    format.list_level = static_cast<std::int8_t>(stated_or(level, 0));
    format.bullet = definition->format == NumberFormat::bullet || definition->picture;
  }
  if (numbered && stated_or(all.list, 0) > 0 && reading_.numbering.abstract_of(all.list) < 0) reading_.unknown_list();
  if (style >= 0 && !styles[style].standard) format.style = styles[style].name.empty() ? styles[style].id : styles[style].name;
  format.outline = static_cast<std::int8_t>(std::clamp(stated_or(all.outline, 9), 0, 9));
  format.indent = stated_or(style_indent, 0);
  if (definition != nullptr && definition->indent != ParagraphProperties::unset && !style_indent_wins) format.indent = definition->indent;
  if (stated.indent != ParagraphProperties::unset) format.indent = stated.indent;
  return reading_.formats.intern(format);
}

/// Ends the paragraph, unless it is only the large initial of the next one.
void Walker::leave_paragraph() {
  if (!paragraph_.drop_capital) return finish_paragraph();
  initial_ = paragraph_;
  paragraph_ = OpenParagraph();
}

/// An initial that no paragraph follows is a paragraph after all.
void Walker::finish_initial() {
  if (!initial_) return;
  paragraph_ = *initial_;
  initial_.reset();
  finish_paragraph();
}

void Walker::finish_paragraph() {
  const auto mark_format = reading_.formats.intern(paragraph_.mark, paragraph_.style, table_style(), paragraph_.shading);
  reading_.writer.write("\n", RunKind::paragraph_mark, mark_format, paragraph_.mark_revised);
  Paragraph paragraph;
  paragraph.span = {paragraph_.begin, reading_.writer.here()};
  paragraph.part = story_.part;
  if (!tables_.empty()) paragraph.cell = tables_.back().cell;
  paragraph.origin = paragraph_.origin;
  paragraph.source = story_.source->index;
  const auto now = paragraph_format(paragraph_.stated, true);
  auto before = now;
  if (paragraph_.stated_before) {
    before = paragraph_format(*paragraph_.stated_before, true);
  } else if (paragraph_.numbering_inserted) {
    before = paragraph_format(paragraph_.stated, false);
  }
  paragraph.format = {before, now};
  const auto id = document_.paragraphs.add(std::move(paragraph));
  if (!paragraph_.automatic.empty()) reading_.automatic_numbers[id.value] = paragraph_.automatic;
  if (!paragraph_.original_number.empty()) reading_.original_numbers[id.value] = paragraph_.original_number;
  if (paragraph_.properties_changed) document_.format_changes.add({{paragraph_.begin, reading_.writer.here()}, paragraph_.properties_changed});
  paragraph_ = OpenParagraph();
}

/// Headers and footers are named by the sections, in the order of the text (17.10.5).
void Walker::section(pugi::xml_node node) {
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const auto name = xml_.name(child);
    if (name.space != Space::word) continue;
    if (name.local == "headerReference") reading_.header_ids.emplace_back(xml_.attribute(child, Space::relationships, "id").value());
    if (name.local == "footerReference") reading_.footer_ids.emplace_back(xml_.attribute(child, Space::relationships, "id").value());
    if (name.local == "sectPrChange") {
      const auto here = reading_.writer.here();
      document_.format_changes.add({{here, here}, reading_.revisions.add(xml_, child, Change::formatted)});
    }
  }
}

}  // namespace dovetail::docx
