// Which lines of a PDF are contents pages, and what shows that it is a redline.
#pragma once

#include "read/pdf/page.h"

namespace dovetail::pdf {

/// Marks lines with dots that lead to a page number, and below the title "Contents" those with page numbers in a column of their own, which only
/// grow. Pages::redlined becomes true where two page numbers run together (1011: 10 struck out, 11 put in) or balloons of a word processor stand
/// beside the text ("Deleted: …"); those are furniture. Furniture of the margins is marked before.
void mark_contents(Pages& pages);

}  // namespace dovetail::pdf
