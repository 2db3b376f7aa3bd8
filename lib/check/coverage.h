// The family coverage: is all of the design in the code text.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Atoms that a code owes and no text of it carries, one finding per requirement and code, its steps as notes. "should" is a warning, "may" and
/// an internal step (no interface, the next step in the same lane) a note.
void check_uncovered_atom(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
