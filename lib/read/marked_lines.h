// Cuts marked text into lines of pieces that each stand in the same revisions.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/builder.h"
#include "read/critic_marks.h"

namespace dovetail {

struct MarkedPiece {
  std::string_view text;  // without line ends
  Revised revised;
  bool highlighted = false;
  bool escaped = false;  // its first character is no sign
  bool comment = false;  // `text` is a comment's
};

struct MarkedLine {
  std::vector<MarkedPiece> pieces;     // trimmed; never empty text
  Revised mark;                        // what the end of the line stands in
  std::uint32_t number = 0;            // in the file, from 1
  std::uint32_t tabs = 0, spaces = 0;  // in front of it
  std::uint32_t heading = 0;           // how many "#" it began with, 1 to 9; they and the space behind them are gone
};

/// The lines that have text or a comment. Revisions are added to `document`. A line end is in a revision that stands around it, and in one that
/// begins where a line begins and ends where a line ends.
std::vector<MarkedLine> split_marked_lines(std::string_view text, const CriticMarks& marks, Document& document);

/// Whether the line is `| … |`.
bool is_table_row(const MarkedLine& line);
/// Whether it is a table row of nothing but `---`, `:--` and the like.
bool is_table_rule(const MarkedLine& line);
/// The cells of a table row, trimmed.
std::vector<std::vector<MarkedPiece>> split_cells(const MarkedLine& line);

}  // namespace dovetail
