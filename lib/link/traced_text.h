// Code to design: what each changed provision of the drafts rests on.
#pragma once

#include <vector>

#include "link/evidence.h"
#include "model/review.h"

namespace dovetail {

/// Every provision that a draft changes or adds, in order of the drafts and their text. Needs the changes, comparisons and traces of `corpus`.
std::vector<TracedText> trace_changed_text(const Review& review, const Corpus& corpus, const EvidenceTable& evidence, unsigned threads);

}  // namespace dovetail
