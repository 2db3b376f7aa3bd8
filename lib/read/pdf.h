// PDF, for published baselines: what pdftotext sees, put together again as paragraphs.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Runs `pdftotext -bbox-layout` (poppler-utils) as a separate process without a shell, with limits of time, memory and output, and reads the
/// words and their places on the page. Lines that repeat at the same height on most pages, and page numbers in the margins, are not text; lines
/// of a contents page (dot leaders) are not either: property "contents_lines" counts them. Lines are joined to paragraphs by indent, gap and
/// numbers at the left; a hyphen at a line's end is kept when a capital or digit follows and dropped else. Small raised digits are superscript.
/// Always lossy with an "input.lossy-source" problem; property "redlined" is "yes" where page numbers in the contents (1011 for 10 and 11) show
/// that inserted and deleted characters run together. No pdftotext: "input.unreadable" with the remedy.
void read_pdf(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
