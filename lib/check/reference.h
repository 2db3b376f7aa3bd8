// The family reference: what a reference wants, and what became of it.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// References of the proposed view whose outcome is `with: outcome` (missing; not_used, which deleted text is too).
void check_reference_outcome(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
