// The family structure: numbering and shape.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Two provisions with one number in one scope (one list, for items): the second, with the first as note.
void check_duplicate_number(const Review& review, const Rule& rule, Checked& checked);

/// A number missing among siblings: the first provision behind the gap. Silent for extracts and for sources that are not exact.
void check_gap(const Review& review, const Rule& rule, Checked& checked);

/// A number or list label that goes back among its siblings: the first provision behind the break.
void check_out_of_order(const Review& review, const Rule& rule, Checked& checked);

/// A number typed by hand among computed siblings, or the reverse.
void check_typed_number(const Review& review, const Rule& rule, Checked& checked);

/// Lists of one sentence whose items end wrongly: no "and" or "or" before the last, a full stop inside, ";" at the end of the last.
void check_list_ending(const Review& review, const Rule& rule, Checked& checked);

/// A numbered provision with no text, or a heading with nothing under it.
void check_empty_provision(const Review& review, const Rule& rule, Checked& checked);

/// Quotation marks or brackets of a provision that do not pair.
void check_unbalanced(const Review& review, const Rule& rule, Checked& checked);

/// Lines of a contents page that disagree with the headings.
void check_contents_mismatch(const Review& review, const Rule& rule, Checked& checked);

/// Tables with rows numbered like steps whose columns are not recognised; rules that need them are blocked for the document.
void check_table_header(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
