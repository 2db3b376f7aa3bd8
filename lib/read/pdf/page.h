// The lines of a PDF's pages, where they stand, and which of them are text.
#pragma once

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
  bool furniture = false;  // running head or foot, page number
  bool contents = false;   // of a contents page: dots that lead to a page number
  bool note = false;       // of a note at the foot of the page: smaller type below the text
  bool tabbed = false;     // a number of its own stands in front: words[0]

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

/// Reads the XHTML of pdftotext -bbox-layout and finds what is furniture, contents and marks.
Pages read_pages(std::string xhtml);

}  // namespace dovetail::pdf
