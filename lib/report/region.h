// Where a finding stands in the lines of a text file, for programs that point into files.
#pragma once

#include <string>

#include "model/review.h"

namespace dovetail {

/// Lines from 1, columns from 1 in characters; 0 for unknown: a Word file has no lines, and a line with marks in it no sure columns.
struct Region {
  std::uint32_t line = 0, column = 0, end_column = 0;  // end_column: one behind the last character
};

/// Known for marked text, plain text and Markdown; of CSV files the row is the line where no cell spans lines, so it is not claimed.
Region region_of(const Document& document, Span span);

/// The document's path from the folder that the program runs in, where its project lies below that folder ("drafts/a.docx" of a project in "xp" is
/// "xp/drafts/a.docx"): what services that annotate a repository look for. Else as the project file writes it. Never absolute by our doing.
std::string path_in_repository(const Review& review, Id<Document> document);

}  // namespace dovetail
