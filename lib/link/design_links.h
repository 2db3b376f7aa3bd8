// Which atom of the design names which other.
#pragma once

#include <vector>

#include "model/review.h"

namespace dovetail {

/// Every id that a field of an atom names, with the kind of atom that is meant and whether some artefact that was read defines it. Struck rows,
/// values that say "not applicable" and words that are no ids are left out. In order of the inputs, their atoms and fields.
std::vector<DesignLink> link_design(const Review& review);

}  // namespace dovetail
