// Tables that are drawn in characters, as pandoc writes Markdown: grid, multiline and simple tables (pandoc manual, "Tables").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dovetail::markdown {

struct SourceLine {
  std::string text;
  std::uint32_t number = 0;  // in the file, from 1
};

/// Draws such tables anew as pipe tables, the only ones that a parser of CommonMark's extensions knows: a row is one line, with the number of its
/// first line; paragraphs of a cell are parted by <br>. A table without a header row has an empty one. What is no whole table stays as it is.
void redraw_tables(std::vector<SourceLine>& lines);

}  // namespace dovetail::markdown
