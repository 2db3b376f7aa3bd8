// Walks one story in document order with a stack of its own, so that deep input never means deep recursion.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "read/docx/elements.h"
#include "read/docx/fields.h"
#include "read/docx/reading.h"
#include "read/docx/table_looks.h"

namespace dovetail::docx {

class Walker {
 public:
  Walker(Reading& reading, const Story& story);
  void walk();

 private:
  /// An element whose children are being read.
  struct Frame {
    pugi::xml_node node, next;
    Element element = Element::wrapper;
    Revised revised;                      // to be restored behind it
    std::uint32_t index = Id<int>::none;  // of the link, tag or field that it makes
    bool flag = false;                    // of some elements: see where it is set
  };
  struct OpenTable {
    Id<TextTable> table;
    Id<Row> row;
    Id<Cell> cell;
    std::uint32_t column = 0;
    std::uint32_t rows = 0;
    std::int32_t style = -1;
    std::optional<TableLook> look;
    TableParts row_parts = 0;      // what the open row is of the table
    std::int32_t cell_style = -1;  // of the open cell: the style with what it says of such cells
  };
  /// What was stated of the open paragraph.
  struct OpenParagraph {
    bool open = false;
    bool drop_capital = false;  // a large initial: the next paragraph goes on where it ends (17.3.1.11)
    std::uint32_t begin = 0;
    std::uint32_t origin = 0;
    ParagraphProperties stated;                        // now
    std::optional<ParagraphProperties> stated_before;  // by w:pPrChange
    bool numbering_inserted = false;                   // w:numPr/w:ins
    std::string original_number;
    std::string automatic;  // the instruction of the AUTONUM field that it begins with
    std::int32_t style = -1;
    std::uint32_t shading = RunProperties::unset;
    RunProperties mark;
    Revised mark_revised;
    Id<Revision> properties_changed;
  };

  // body.cpp: what each element does
  bool enter(pugi::xml_node node, Element element, Frame& frame);  // whether its children are read
  bool enter_block(pugi::xml_node node, Element element, Frame& frame);
  bool enter_wrapper(pugi::xml_node node, Element element, Frame& frame);
  bool enter_equation(pugi::xml_node node, Element element, Frame& frame);
  /// Writes what an equation shows by drawing, with the tracked change of the element that draws it (17.13.5.14, 17.13.5.18: in m:ctrlPr).
  void drawn(pugi::xml_node node, std::string_view properties, std::string_view characters);
  bool enter_choice(pugi::xml_node node, Frame& frame);
  void leave(const Frame& frame);
  void stray_text(const Frame& frame, pugi::xml_node node);
  void push(pugi::xml_node node, Frame frame);

  // run_content.cpp: characters
  bool enter_run(pugi::xml_node node, Element element, Frame& frame);
  void begin_run();
  void run_properties(pugi::xml_node node);
  void text(std::string_view characters);
  void control(std::string_view characters, RunKind kind);
  void line_break(pugi::xml_node node);
  void symbol_character(pugi::xml_node node);
  void field_character(pugi::xml_node node);
  [[nodiscard]] pugi::xml_node field_mark_behind(pugi::xml_node from) const;
  bool instruction_goes_on(pugi::xml_node paragraph);
  void end_field();
  void write_result(Field& field, std::string_view characters);
  void note_reference(pugi::xml_node node, NoteKind kind);
  void comment_reference(pugi::xml_node node);
  Id<Format> run_format();
  void note_origin(Origin::Kind kind, pugi::xml_node node, Span span);

  // paragraphs.cpp
  void begin_paragraph(std::uint32_t origin);
  void ensure_paragraph();
  void leave_paragraph();
  void finish_paragraph();
  void finish_initial();
  void paragraph_properties(pugi::xml_node node);
  void paragraph_change(pugi::xml_node node);
  void mark_properties(pugi::xml_node node);
  Id<ParagraphFormat> paragraph_format(const ParagraphProperties& stated, bool numbered);
  void section(pugi::xml_node node);

  // tables.cpp
  void begin_table(pugi::xml_node node);
  void end_table();
  void begin_row(pugi::xml_node node);
  void begin_cell(pugi::xml_node node);
  void end_cell();
  void row_properties(pugi::xml_node node);
  void cell_properties(pugi::xml_node node);
  void table_properties(pugi::xml_node node);
  [[nodiscard]] std::int32_t table_style() const { return tables_.empty() ? -1 : tables_.back().cell_style; }

  // ranges.cpp: links, tags, bookmarks, comments, moves, drawings
  void begin_link(pugi::xml_node node, Frame& frame);
  void begin_tag(pugi::xml_node node, Frame& frame);
  void begin_custom(pugi::xml_node node, Frame& frame);
  void range(pugi::xml_node node, Element element);
  void custom_range(pugi::xml_node node, Element element);
  void defer_text_boxes(pugi::xml_node drawing);
  void defer_text_box(pugi::xml_node node);
  void count_skipped(pugi::xml_node node);
  void formatting_changed(pugi::xml_node properties, std::string_view change, Span span);

  [[nodiscard]] std::string_view attribute(pugi::xml_node node, std::string_view local) const;

  Reading& reading_;
  Document& document_;
  const Story& story_;
  const XmlPart& xml_;
  FieldStack fields_;
  std::vector<Frame> stack_;
  Revised revised_;
  OpenParagraph paragraph_;
  std::optional<OpenParagraph> initial_;  // a drop capital that waits for its paragraph
  std::vector<OpenTable> tables_;
  std::uint32_t origin_ = 0;  // w:p met so far in the part
  RunProperties run_;         // of the open run
  Id<Format> run_format_;     // none until it is asked for
  Id<Revision> run_changed_;
  std::uint32_t run_begin_ = 0;
  Id<Note> custom_mark_;                       // the note whose mark the rest of this run is
  bool keep_space_ = false;                    // xml:space="preserve" on the outermost element
  pugi::xml_node next_field_mark_;             // an end or separator of a field that is still to come
  std::uint32_t instruction_searches_ = 1000;  // each reads on to the end of the story where nothing is found
  std::map<std::string, Id<Bookmark>, std::less<>> open_bookmarks_;
  struct CustomRange {
    Id<FormatChange> change;
    std::string id;
  };
  std::vector<CustomRange> open_custom_;
};

}  // namespace dovetail::docx
