// Accepted findings: which waiver of the project covers what, and which covers nothing any more.
#pragma once

#include <string>

#include "model/review.h"

namespace dovetail {

/// Fills Finding::waived from the project's waivers, and adds a finding for each waiver that has expired on `day` (ISO date) or matches nothing.
/// A waiver whose rule did not run this time is not called unused. Fingerprints are filled before.
void apply_waivers(Review& review, const std::string& day);

}  // namespace dovetail
