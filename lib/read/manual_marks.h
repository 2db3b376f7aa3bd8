// Manual marks: colours, underline, strike and brackets of a marking scheme become revisions, as tracked changes are.
#pragma once

#include "model/document.h"
#include "model/marking.h"

namespace dovetail {

/// Gives every run whose look the document's scheme explains as inserted, deleted or a note a revision of Scheme::manual; paragraph marks, rows and
/// notes follow where all of their text has it. Text with tracked revisions, links and headings in a colour of their own are left alone.
/// Does nothing without a scheme, and nothing the second time.
void apply_marking(Document& document);

/// The mark of a scheme that fits a look; null for none. `in_brackets`: the text stands in square brackets.
const Mark* mark_of(const MarkingScheme& scheme, const Format& format, bool in_brackets);

}  // namespace dovetail
