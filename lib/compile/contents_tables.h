// Contents pages that are set as tables: "Paragraph | Heading | Page".
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/projection.h"

namespace dovetail {

/// A row of a contents page: the number and the heading that it names, as one folded phrase ("3 entries", "part a general").
struct ContentsRow {
  std::string words;
  Span span;  // of the heading, in the projection
};

/// Whether a table is a contents page (code-text.md 1.3): its first row heads a column of pages behind one of headings.
bool is_contents_table(const Document& document, Id<TextTable> table);

/// The rows that a view shows of all contents pages of a document that are tables; rows without a number or a heading are left out.
std::vector<ContentsRow> contents_rows(const Document& document, const Projection& projection);

}  // namespace dovetail
