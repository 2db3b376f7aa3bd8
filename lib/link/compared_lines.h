// The lines of a text that are compared: of the body, with words, and no contents page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "link/words_diff.h"
#include "model/document.h"
#include "model/unit.h"

namespace dovetail {

/// One text of a comparison: a view of a unit and the document behind it.
struct ComparedText {
  const Document& document;
  const Unit& unit;
  View view;
};

struct ComparedLine {
  std::uint32_t line = 0;     // of the projection
  Id<Row> row;                // the table row it stands in
  std::string text;           // normalised and squeezed
  std::uint32_t whole = 0;    // equal for lines that print the same
  std::uint32_t content = 0;  // equal for lines that differ by their typed number at most; unique for short lines
  std::uint32_t word_count = 0;
};

/// The lines to compare. Headers, footers, notes, blank lines and contents pages are left out; both texts share one `numbering`.
std::vector<ComparedLine> compared_lines(const ComparedText& text, Numbering& numbering);

/// What equals for two lines that print the same: squeezed, dashes of any length alike.
std::string printed_form(const std::string& squeezed);

/// The bytes of a line as the view shows them, before any normalising, with the way back.
struct RawLine {
  struct Piece {
    std::uint32_t begin;  // in text
    Span source;          // in Document::text
  };
  std::string text;  // white space trimmed at the ends
  std::vector<Piece> pieces;

  [[nodiscard]] Span to_source(Span span) const;
};

RawLine raw_line(const ComparedText& text, std::uint32_t line);

}  // namespace dovetail
