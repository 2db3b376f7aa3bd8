// The family design: the artefacts against each other.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Atoms that name an interface, step, requirement, data item or message that no artefact defines. Silent where the artefact that would define it is
/// not loaded: no atom of that kind, or (steps, requirements) none of the same process or group.
void check_dangling_atom(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
