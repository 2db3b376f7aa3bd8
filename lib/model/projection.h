// One view of a document as plain text, with the way back to the document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "text/unicode.h"

namespace dovetail {

/// faithful: the characters as they stand. normalised: as text/unicode.h says, for patterns and words.
enum class Spelling : std::uint8_t { faithful, normalised };

/// One paragraph of a view. Where a view joins paragraphs (a mark deleted or not yet inserted) it stands for several of the document.
struct Line {
  Span span;                // in Projection::text, without the "\n" that follows it
  Id<Paragraph> first;      // the first paragraph of the document that has text here
  Id<Paragraph> paragraph;  // the one whose mark ends it: its properties and number rule (ECMA-376-1 17.13.5.15)
};

struct Projection {
  View view = View::proposed;
  std::string text;           // lines, each followed by "\n"; line breaks and page breaks are a space, a tab stays a tab (normalised: a space)
  std::vector<Line> lines;    // in order of the document's paragraphs
  std::vector<Piece> pieces;  // output offsets to Document::text, in order

  /// The bytes of Document::text that stand behind `span` of this text; the widest range where it falls inside one replaced stretch.
  [[nodiscard]] Span to_source(Span span) const;
  /// The offset in this text of a byte of Document::text; where that byte is not in this view, the next one that is.
  [[nodiscard]] std::uint32_t from_source(std::uint32_t offset) const;
};

/// Projection::to_source for spans in ascending order: the next one is looked for from where the last one ended.
class SourceCursor {
 public:
  explicit SourceCursor(const Projection& projection) : projection_(projection) {}
  [[nodiscard]] Span to_source(Span span);

 private:
  const Projection& projection_;
  std::size_t piece_ = 0;
};

/// Projects one view. Rows and cells deleted in the view are gone with all their content; a paragraph whose mark is not in the view is
/// joined to the next of the same cell or story, without a space; what is in neither view (inserted, then deleted) is in neither projection.
Projection project(const Document& document, View view, Spelling spelling);

/// Whether a run is in a view: not when inserted (baseline) or deleted (proposed).
inline bool visible(const Run& run, View view) { return view == View::baseline ? !run.inserted : !run.deleted; }

/// Whether the whole of a row or a cell is in a view.
bool visible(const Document& document, Id<Row> row, View view);
bool visible(const Document& document, Id<Cell> cell, View view);

/// Whether the document's two views differ at all: some run, row, cell or paragraph property is revised.
bool has_changes(const Document& document);

}  // namespace dovetail
