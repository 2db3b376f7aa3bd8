// Which topic area each atom belongs to.
#pragma once

#include <vector>

#include "model/review.h"

namespace dovetail {

/// Fills the topics of coverage: that of the texts which carry the atom; else of the texts that carry most of its artefact in that code; else of all
/// drafts of the code, where they have but one.
void name_topics(const Review& review, std::vector<AtomCoverage>& coverage);

}  // namespace dovetail
