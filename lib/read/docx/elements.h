// The elements of a word processing document: one table says which are handled, which only wrap text, and which are ignored and why.
#pragma once

#include <cstdint>

#include "ooxml/xml.h"

namespace dovetail::docx {

/// What an element means to this reader. `unknown` keeps its text and is counted; `ignored` is known and holds no text of the document;
/// `wrapper` is known and only its content matters.
enum class Element : std::uint8_t {
  unknown,
  ignored,
  wrapper,
  // blocks
  paragraph,
  paragraph_properties,
  table,
  row,
  row_properties,
  cell,
  cell_properties,
  section,
  table_properties,
  alternative_chunk,
  // runs and what they hold
  run,
  run_properties,
  text,
  deleted_text,
  instruction,
  tab,
  line_break,
  carriage_return,
  no_break_hyphen,
  soft_hyphen,
  symbol,
  field_character,
  simple_field,
  footnote_reference,
  endnote_reference,
  comment_reference,
  drawing,
  ruby_text,
  // what wraps runs or blocks
  inserted,
  deleted,
  moved_from,
  moved_to,
  hyperlink,
  content_control,
  content_control_properties,
  custom_xml,
  alternate_content,
  choice,
  fallback,
  text_box,
  // points and ranges
  bookmark_start,
  bookmark_end,
  comment_start,
  comment_end,
  moved_from_start,
  moved_from_end,
  moved_to_start,
  moved_to_end,
  custom_inserted_start,
  custom_inserted_end,
  custom_deleted_start,
  custom_deleted_end,
  custom_moved_from_start,
  custom_moved_to_start,
  // equations
  math_run,
  math_text,
  fraction,
  fraction_numerator,
  delimiters,
  operation,
  math_element,
  // drawings that carry text of their own
  drawing_paragraph,
  drawing_text,
  drawing_break,
  drawing_tab,
  word_art,
  // properties of runs and paragraphs
  style_of_paragraph,
  style_of_run,
  numbering,
  frame,
  outline_level,
  indent,
  shading,
  paragraph_change,
  run_change,
  revision_mark_properties,
  bold,
  italic,
  strike,
  double_strike,
  hidden,
  capitals,
  small_capitals,
  colour,
  highlight,
  underline,
  vertical_align,
};

/// What an element of `part` is.
Element element_of(const XmlPart& part, pugi::xml_node node);

}  // namespace dovetail::docx
