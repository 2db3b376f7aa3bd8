// Writes what the Markdown parser tells of, event by event.
#pragma once

#include <md4c.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "read/builder.h"
#include "read/markdown/source.h"

namespace dovetail::markdown {

class Writer {
 public:
  Writer(DocumentBuilder& builder, const Source& source) : builder_(builder), document_(builder.document()), source_(source) {}

  /// Parses and writes the body, then the notes and comments.
  void write();

 private:
  struct List {
    char delimiter = '.';  // '*' for bullets
    std::array<std::int64_t, 2> next{1, 1};
    std::int64_t written = 0;  // in front of the item before
  };
  struct Mark {
    Sign sign;
    Revised revised;
  };
  struct PendingComment {
    std::size_t index;
    Span anchor;
  };

  void parse(std::string_view text);
  int enter_block(MD_BLOCKTYPE type, void* detail);
  int leave_block(MD_BLOCKTYPE type);
  int enter_span(MD_SPANTYPE type, void* detail);
  int leave_span(MD_SPANTYPE type);
  int text(MD_TEXTTYPE type, std::string_view words);

  void write_words(std::string_view words);
  void put(std::string_view words);
  void meet(Sign sign);
  void meet_indexed(Sign sign, std::size_t index);
  void find_current();
  void write_tag(std::string_view tag);
  void write_html_block();
  void end_paragraph();
  void begin_header_cells();
  void begin_anew(List& list);
  void number_item(ParagraphEnd& end);
  void write_notes();
  void write_comments();
  Id<Revision> revision(Change change);

  DocumentBuilder& builder_;
  Document& document_;
  const Source& source_;
  const char* parsed_ = nullptr;  // what is being parsed, when it is the body
  std::size_t line_ = 0;          // of source_, where the paragraph begins
  std::string html_;              // of the raw block that is being read
  std::vector<List> lists_;
  std::vector<Mark> marks_;
  std::vector<Format> formats_{Format{}};
  std::vector<std::pair<std::string, std::uint32_t>> links_;
  std::vector<PendingComment> comments_;
  std::vector<std::vector<Id<Note>>> note_marks_;
  Revised revised_;
  Span highlighted_;
  std::uint32_t note_line_ = 0;
  std::uint32_t column_ = 0, begun_ = 0;  // cells of the open row that were met, and those that have begun
  int heading_ = 0;
  int images_ = 0;
  bool highlight_ = false, has_space_ = false, in_html_ = false, item_begins_ = false;
};

}  // namespace dovetail::markdown
