// Walks a page and writes what it shows.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "read/builder.h"
#include "read/html/lists.h"
#include "read/html/notes.h"
#include "read/html/tree.h"

namespace dovetail::html {

class Writer {
 public:
  Writer(DocumentBuilder& builder, const PageNotes& notes) : builder_(builder), document_(builder.document()), notes_(notes) {}

  /// Writes `top` and all below it, then the notes. No recursion: the page's own links lead the way.
  void write(const GumboNode* top);

 private:
  /// What a left element gives back.
  struct Outside {
    const GumboNode* element;
    Format format;
    Revised revised;
    std::uint32_t begin;  // where its text begins
  };
  struct OpenTable {
    bool begun = false;
    std::string caption;
    std::vector<std::array<std::uint32_t, 3>> spans;  // column, columns, rows still to come: cells that reach down
    std::uint32_t column = 0;
  };

  void walk(const GumboNode* top);
  bool enter(const GumboNode* element);
  void write_aside(const GumboNode* comment);
  void enter_block(const GumboNode* element);
  void enter_inline(const GumboNode* element);
  void leave();
  void add_link(std::string_view target, std::uint32_t begin);
  void leave_block(const GumboNode* element);
  void write_text(const GumboNode* node);
  void flush_space();
  Revised shown_space() const;
  void append(std::string_view words, Format format, Revised revised);
  void put(std::string_view words);
  void end_paragraph();
  ParagraphEnd paragraph_end();
  void break_line() {
    ++breaks_;
    has_space_ = false;
  }

  void begin_row(const GumboNode* row);
  void begin_cell(const GumboNode* cell);
  void continue_cells_above();
  void write_notes();
  bool mark_note(const GumboNode* link);
  Id<Revision> revision(Change change, const GumboNode* element);

  DocumentBuilder& builder_;
  Document& document_;
  const PageNotes& notes_;
  Lists lists_;
  std::vector<Outside> outside_;
  std::vector<OpenTable> tables_;
  Format format_;
  Revised revised_;
  Format space_format_;  // of the white space that is to come
  Revised space_revised_;
  bool has_space_ = false;
  std::array<bool, 2> after_space_{true, true};  // per view: whether the paragraph's text so far ends with a space, or there is none
  Revised last_;                                 // the last insertion and the last deletion of the paragraph
  std::uint32_t breaks_ = 0;                     // <br> that are to come
  const GumboNode* item_ = nullptr;              // the list item whose first paragraph is to come
  bool bullet_ = false;
  int heading_ = 0;
  std::string last_heading_;
  std::uint32_t line_ = 0;  // of the source
  int preformatted_ = 0;
  const PageNote* in_note_ = nullptr;
  std::vector<Id<Note>> note_marks_;  // by index of PageNotes::notes
};

}  // namespace dovetail::html
