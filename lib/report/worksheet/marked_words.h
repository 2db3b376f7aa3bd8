// A provision's words in one view as HTML: what the other view has not is marked.
#pragma once

#include <string>

#include "model/review.h"

namespace dovetail::worksheet {

/// A paragraph for each line of the provision; in the baseline what the draft deletes stands in <del>, in the proposed text what it inserts in <ins>.
/// Empty where the view has no such provision.
std::string marked_words(const Review& review, Id<Unit> unit, Id<Provision> provision, View view);

}  // namespace dovetail::worksheet
