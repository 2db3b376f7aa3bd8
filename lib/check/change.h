// The rules of the family change.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// change.unmarked: what the draft's baseline view has not in common with the baseline it names (Corpus::comparisons).
/// Quotes, spaces and dashes that print the same are warnings.
void check_unmarked_change(const Review& review, const Rule& rule, Checked& checked);

/// change.residue: placeholders, broken references, hidden text, comments, highlight and drafting notes in the proposed view.
/// Comments, highlight and notes weigh as the document's stage says (drafting, internal: note; final: error; else warning).
void check_residue(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
