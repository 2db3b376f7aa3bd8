// Fills a Document front to back: runs, paragraphs, tables and notes in the order in which a text format gives them.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// The revisions that a stretch of text stands in; no id where it stands in none.
struct Revised {
  Id<Revision> inserted, deleted;
  friend bool operator==(const Revised&, const Revised&) = default;
};

/// What is known of a paragraph when its mark is reached.
struct ParagraphEnd {
  ParagraphFormat format;
  std::array<std::string, 2> number;  // per view; computed, not typed
  std::uint32_t origin = 0;
  Revised mark;  // of the paragraph mark
};

/// Body paragraphs come first and the other stories after them: the caller appends in that order. Hitting a limit is one "input.limit"
/// problem; from then on nothing more is appended and full() is true.
class DocumentBuilder {
 public:
  DocumentBuilder(Document& document, const Limits& limits);

  // These hold for everything appended until they are set again.
  void set_format(const Format& format);
  void set_revised(Revised revised) { revised_ = revised; }
  void set_part(Part part) { part_ = part; }
  void set_source(std::uint32_t source) { source_ = source; }
  /// For formats that cannot mark a paragraph's end: where all the text of a paragraph is inserted (or deleted), its mark is too, and where all
  /// the text of a table row is, the row.
  void infer_marks() { infer_marks_ = true; }

  /// Appends well-formed UTF-8. "\t", "\v" (line break) and "\f" (page break) become runs of their own kind; other controls become a space.
  void text(std::string_view utf8);
  /// Ends the paragraph that the text since the last mark belongs to, even when it is empty.
  void end_paragraph(const ParagraphEnd& end);
  /// Makes the last paragraph the last of its note, comment or header: it is never joined to the next.
  void end_story();
  /// Takes the last bytes of the open paragraph's last run back, as far as that run reaches.
  void take_back(std::uint32_t bytes);
  /// Whether text was appended since the last paragraph mark.
  [[nodiscard]] bool paragraph_open() const { return position() > paragraph_begin_; }

  // Tables nest; a cell that ends without a paragraph gets an empty one. A paragraph that is open when a cell begins ends there. A row or cell that
  // begins in an open cell of the same table ends that cell; ending a cell where none is open does nothing.
  Id<TextTable> begin_table();
  Id<Row> begin_row(bool header, Revised revised = {});
  Id<Cell> begin_cell(std::uint32_t column, std::uint32_t columns = 1);
  void end_cell();
  void end_row();
  void end_table();
  [[nodiscard]] bool in_cell() const { return !open_.empty() && bool(open_.back().cell); }

  /// The text since the last paragraph mark.
  [[nodiscard]] std::string_view open_text() const { return std::string_view(document_.text).substr(paragraph_begin_); }
  /// The revisions that all of that text stands in.
  [[nodiscard]] Revised open_revision() const { return shared_revision(paragraph_begin_); }
  /// Where the next byte of text will stand.
  [[nodiscard]] std::uint32_t position() const { return static_cast<std::uint32_t>(document_.text.size()); }
  [[nodiscard]] bool full() const { return full_; }
  /// Adds a problem; one of the same rule and message is counted with the first.
  void problem(std::string_view rule, std::string_view message, Span span = {});

  Document& document() { return document_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }

 private:
  struct OpenTable {
    Id<TextTable> table;
    Id<Row> row;
    Id<Cell> cell;
    std::size_t paragraphs_before_cell = 0;
    std::uint32_t row_begin = 0;
  };

  [[nodiscard]] Revised shared_revision(std::uint32_t from) const;
  void append(std::string_view bytes, RunKind kind);
  void reach_limit(std::string_view message);
  Id<ParagraphFormat> intern(const ParagraphFormat& format);

  Document& document_;
  const Limits& limits_;
  Revised revised_;
  Part part_ = Part::body;
  std::uint32_t source_ = 0;
  std::uint32_t paragraph_begin_ = 0;
  Id<Format> format_;
  std::vector<OpenTable> open_;
  std::map<std::string, Id<Format>> formats_;
  std::map<std::string, Id<ParagraphFormat>> paragraph_formats_;
  std::map<std::string, std::size_t> problems_;
  bool infer_marks_ = false;
  bool full_ = false;
};

}  // namespace dovetail
