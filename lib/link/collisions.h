// Two drafts of one text that change the same place.
#pragma once

#include <vector>

#include "model/review.h"

namespace dovetail {

/// Collisions of each draft with other drafts of the same document id and with the texts it names as in flight. One per provision, the worst.
/// Changes that both make alike are none.
std::vector<Collision> find_collisions(const Review& review, unsigned threads);

}  // namespace dovetail
