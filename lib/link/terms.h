// Which defined terms there are, and where they are used.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Fills corpus.terms (sorted by their folded words) and corpus.uses ([unit], in order of the words) from the units that are judged.
/// Longest match first; a use has the capitals of its term; plural and possessive forms count.
void link_terms(const Review& review, unsigned threads, Corpus& corpus);

}  // namespace dovetail
