// What all units mean together: gives every need exactly one outcome, per view.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Links the units of `review` (project, inputs, documents and units are filled). Deterministic for any order of threads.
Corpus link(const Review& review, unsigned threads);

}  // namespace dovetail
