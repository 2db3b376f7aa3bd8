// The lines of a text that are compared: of the body, with words, and no contents page.
#pragma once

#include <array>
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

/// Texts of one kind are compared with each other: the body, its notes, its text boxes, its running heads.
enum class Story : std::uint8_t { body, notes, boxes, running_heads };
inline constexpr std::array all_stories{Story::body, Story::notes, Story::boxes, Story::running_heads};

struct ComparedLine {
  std::uint32_t line = 0;     // of the projection
  Id<Row> row;                // the table row it stands in
  std::string text;           // normalised and squeezed
  std::uint32_t number = 0;   // bytes of its typed number or list label, with the space behind it
  std::uint32_t whole = 0;    // equal for lines that print the same
  std::uint32_t content = 0;  // equal for lines that differ by their typed number at most; unique for short lines
  std::uint32_t word_count = 0;
};

/// The lines of one story to compare. Comments, blank lines and contents pages are left out, and running heads that repeat; both texts share one
/// `numbering`.
std::vector<ComparedLine> compared_lines(const ComparedText& text, Story story, Numbering& numbering);

/// Whether words of a running head say no more than which version, of what day, on which page.
bool is_only_identity(const std::string& words);

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
