// The lines of a PDF's pages, where they stand, and which of them are text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/limits.h"

namespace dovetail::pdf {

struct Word {
  std::string text;
  double left = 0, right = 0, top = 0, bottom = 0;  // points from the page's upper left corner
  bool raised = false;                              // small and high: a note's mark
};

struct Line {
  std::vector<Word> words;
  double left = 0, right = 0, top = 0, bottom = 0;
  bool furniture = false;                        // running head or foot, page number
  bool contents = false;                         // of a contents page: dots that lead to a page number
  bool note = false;                             // of a note at the foot of the page: smaller type below the text
  bool tabbed = false;                           // a number of its own stands in front: words[0]
  std::uint32_t block = 0;                       // of the page, as pdftotext puts lines together
  std::uint32_t table = 0, row = 0, column = 0;  // the cell it stands in; table 0: in none

  [[nodiscard]] std::string text() const;
  [[nodiscard]] double height() const { return bottom - top; }
};

struct Page {
  double width = 0, height = 0;
  std::vector<Line> lines;  // in reading order
};

struct Pages {
  std::vector<Page> pages;
  bool redlined = false;  // page numbers of the contents run two together
  bool broken = false;    // the XHTML broke off
};

/// Whether a word is a number in front of a paragraph: "(a)", "1.2.3A", "4.", "K5.4", "CC.6.1".
bool is_number_label(std::string_view word);

/// Reads the XHTML of pdftotext -bbox-layout and finds what is furniture, contents and marks.
Pages read_pages(std::string xhtml);

}  // namespace dovetail::pdf
