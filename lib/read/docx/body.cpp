// The walk through a story: what each element does when it begins and when it ends.
#include <algorithm>

#include "read/docx/walker.h"
#include "text/unicode.h"

namespace dovetail::docx {

Walker::Walker(Reading& reading, const Story& story)
    : reading_(reading), document_(reading.document), story_(story), xml_(*story.source->xml), fields_(reading.document, reading.limits) {
  revised_ = story.revised;
  origin_ = story.first_origin;
  keep_space_ = preserves_space(xml_.root());
}

std::string_view Walker::attribute(pugi::xml_node node, std::string_view local) const { return word_attribute(xml_, node, local); }

void Walker::walk() {
  Frame first;
  first.revised = revised_;
  first.node = story_.node;
  const auto element = element_of(xml_, story_.node);
  const bool alone = element == Element::drawing_paragraph || element == Element::word_art;  // the node itself is the text
  first.next = alone ? story_.node : story_.node.first_child();
  stack_.push_back(first);
  while (!stack_.empty() && !reading_.writer.full()) {
    Frame& top = stack_.back();
    const auto node = top.next;
    if (!node) {
      const Frame done = top;
      stack_.pop_back();
      leave(done);
      revised_ = done.revised;
      continue;
    }
    top.next = alone && stack_.size() == 1 ? pugi::xml_node() : node.next_sibling();
    if (node.type() != pugi::node_element) {
      if (top.element == Element::unknown) stray_text(top, node);
      continue;
    }
    Frame frame;
    frame.element = element_of(xml_, node);
    frame.revised = revised_;
    if (enter(node, frame.element, frame)) {
      push(node, frame);
    } else {
      revised_ = frame.revised;
    }
  }
  if (reading_.writer.full()) reading_.limit("the document has more than 4 GiB of text");
  if (paragraph_.open) finish_paragraph();
  finish_initial();
  fields_.end_all(reading_.writer.here());
}

void Walker::push(pugi::xml_node node, Frame frame) {
  if (stack_.size() >= reading_.limits.xml_depth) {
    reading_.limit("elements are nested more than " + std::to_string(reading_.limits.xml_depth) + " deep; what is deeper is not read");
    frame.next = pugi::xml_node();
    leave(frame);
    revised_ = frame.revised;
    return;
  }
  frame.node = node;
  frame.next = node.first_child();
  stack_.push_back(frame);
}

bool Walker::enter(pugi::xml_node node, Element element, Frame& frame) {
  if (element <= Element::alternative_chunk && element >= Element::paragraph) return enter_block(node, element, frame);
  if (element <= Element::ruby_text && element >= Element::run) return enter_run(node, element, frame);
  if (element <= Element::text_box && element >= Element::inserted) return enter_wrapper(node, element, frame);
  if (element <= Element::custom_moved_to_start && element >= Element::bookmark_start) {
    range(node, element);
    return false;
  }
  if (element <= Element::word_art && element >= Element::math_run) return enter_equation(node, element, frame);
  if (element == Element::wrapper) return true;
  if (element != Element::unknown) return false;
  reading_.count_unknown(node);
  stray_text(frame, node);
  return true;
}

/// Characters directly inside an unknown element are kept; white space between elements is layout of the file.
void Walker::stray_text(const Frame&, pugi::xml_node node) {
  const std::string_view characters = node.value();
  if (characters.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
  text(trim(characters));
}

bool Walker::enter_block(pugi::xml_node node, Element element, Frame&) {
  switch (element) {
    case Element::paragraph:
      if (document_.paragraphs.size() >= reading_.limits.paragraphs) {
        reading_.limit("the document has more than " + std::to_string(reading_.limits.paragraphs) + " paragraphs");
        return false;
      }
      if (paragraph_.open) finish_paragraph();
      begin_paragraph(++origin_);
      note_origin(Origin::Kind::paragraph, node, {reading_.writer.here(), reading_.writer.here()});
      return true;
    case Element::paragraph_properties:
      paragraph_properties(node);
      return false;
    case Element::table:
      begin_table(node);
      return true;
    case Element::row:
      begin_row(node);
      return true;
    case Element::row_properties:
      row_properties(node);
      return false;
    case Element::cell:
      begin_cell(node);
      return true;
    case Element::cell_properties:
      cell_properties(node);
      return false;
    case Element::table_properties:
      table_properties(node);
      return false;
    case Element::section:
      section(node);
      return false;
    case Element::alternative_chunk:
      reading_.count_unknown(node);
      return false;  // a document of its own inside this one
    default:
      return false;
  }
}

bool Walker::enter_wrapper(pugi::xml_node node, Element element, Frame& frame) {
  switch (element) {
    case Element::inserted:
      revised_.inserted = reading_.revisions.add(xml_, node, Change::inserted);
      return true;
    case Element::deleted:
      revised_.deleted = reading_.revisions.add(xml_, node, Change::deleted);
      return true;
    case Element::moved_to:
      revised_.inserted = reading_.revisions.add(xml_, node, Change::moved_to);
      return true;
    case Element::moved_from:
      revised_.deleted = reading_.revisions.add(xml_, node, Change::moved_from);
      return true;
    case Element::hyperlink:
      begin_link(node, frame);
      return true;
    case Element::content_control:
      begin_tag(node, frame);
      return true;
    case Element::custom_xml:
      begin_custom(node, frame);
      return true;
    case Element::alternate_content:
      frame.flag = false;
      return true;
    case Element::choice:
    case Element::fallback:
      return enter_choice(node, frame);
    case Element::text_box:
      defer_text_box(node);
      return false;
    default:
      return false;
  }
}

/// Of an mc:AlternateContent one branch is read: the first (ECMA-376-3 9.3 lets a program choose any that it understands).
bool Walker::enter_choice(pugi::xml_node node, Frame&) {
  Frame& alternate = stack_.back();
  if (alternate.element == Element::alternate_content && alternate.flag) {
    count_skipped(node);
    return false;
  }
  alternate.flag = true;
  return true;
}

void Walker::drawn(pugi::xml_node node, std::string_view properties, std::string_view characters) {
  const auto around = revised_;
  if (const auto control = xml_.child(xml_.child(node, Space::math, properties), Space::math, "ctrlPr"))
    revised_ = reading_.revisions.of_mark(xml_, control, around);
  text(characters);
  revised_ = around;
}

bool Walker::enter_equation(pugi::xml_node node, Element element, Frame& frame) {
  switch (element) {
    case Element::math_run:
    case Element::fraction:
    case Element::fraction_numerator:
      begin_run();
      return true;
    case Element::math_text: {
      const auto begin = reading_.writer.here();
      text(text_of(node));
      note_origin(Origin::Kind::text, node, {begin, reading_.writer.here()});
      return false;
    }
    case Element::operation: {
      const auto character = xml_.child(xml_.child(node, Space::math, "naryPr"), Space::math, "chr");
      begin_run();
      drawn(node, "naryPr", character ? xml_.attribute(character, Space::math, "val").value() : "∫");
      return true;
    }
    case Element::delimiters: {
      const auto character = xml_.child(xml_.child(node, Space::math, "dPr"), Space::math, "begChr");
      begin_run();
      drawn(node, "dPr", character ? xml_.attribute(character, Space::math, "val").value() : "(");
      return true;
    }
    case Element::math_element: {  // the separator stands between the elements of one pair of delimiters
      Frame& around = stack_.back();
      if (around.element == Element::delimiters) {
        const auto character = xml_.child(xml_.child(around.node, Space::math, "dPr"), Space::math, "sepChr");
        if (around.flag) drawn(around.node, "dPr", character ? xml_.attribute(character, Space::math, "val").value() : "|");
        around.flag = true;
      }
      return true;
    }
    case Element::drawing_paragraph:
      if (paragraph_.open) finish_paragraph();
      begin_paragraph(origin_);
      begin_run();
      return true;
    case Element::drawing_text:
      text(text_of(node));
      return false;
    case Element::drawing_break:
      control("\v", RunKind::line_break);
      return false;
    case Element::drawing_tab:
      control("\t", RunKind::tab);
      return false;
    case Element::word_art:
      begin_run();
      text(node.attribute("string").value());
      return false;
    default:
      (void)frame;
      return false;
  }
}

void Walker::leave(const Frame& frame) {
  const auto here = reading_.writer.here();
  switch (frame.element) {
    case Element::paragraph:
    case Element::drawing_paragraph:
      if (fields_.in_instruction() && !instruction_goes_on(frame.node)) {
        fields_.end_all(here);
        reading_.problem("input.damaged", "a field's instruction never ends; what follows the paragraph is text again");
      }
      if (paragraph_.open) leave_paragraph();
      break;
    case Element::table:
      end_table();
      break;
    case Element::cell:
      end_cell();
      break;
    case Element::run:
      if (run_changed_) document_.format_changes.add({{run_begin_, here}, run_changed_});
      run_changed_ = {};
      custom_mark_ = {};
      break;
    case Element::hyperlink:
      if (frame.index != Id<Link>::none) document_.links[Id<Link>(frame.index)].span.end = here;
      break;
    case Element::content_control:
    case Element::custom_xml:
      if (frame.index != Id<Tag>::none) document_.tags[Id<Tag>(frame.index)].span.end = here;
      break;
    case Element::simple_field:
      end_field();
      break;
    case Element::fraction_numerator:
      drawn(frame.node.parent(), "fPr", "/");
      break;
    case Element::delimiters: {
      const auto character = xml_.child(xml_.child(frame.node, Space::math, "dPr"), Space::math, "endChr");
      drawn(frame.node, "dPr", character ? xml_.attribute(character, Space::math, "val").value() : ")");
      break;
    }
    default:
      break;
  }
}

Span read_story(Reading& reading, const Story& story) {
  const auto begin = reading.writer.here();
  const auto first = reading.document.paragraphs.size();
  Walker(reading, story).walk();
  if (reading.document.paragraphs.size() > first) reading.document.paragraphs.back().ends_story = true;
  return {begin, reading.writer.here()};
}

}  // namespace dovetail::docx
