// One term, two codes, two definitions.
#pragma once

#include <vector>

#include "model/review.h"

namespace dovetail {

/// Once per term and pair of codes whose definitions say different things in the proposed view, with the words that differ. Definitions that send the
/// reader elsewhere agree; those limited to a part of a document, and glosses, are not compared. Sorted by codes, then by term.
std::vector<TermConflict> link_term_conflicts(const Review& review, const Table<Term>& terms);

}  // namespace dovetail
