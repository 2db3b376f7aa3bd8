// Findings as accepted ones, for `check --known`.
#pragma once

#include <string>

#include "model/review.h"

namespace dovetail {

/// dovetail.known/1: the findings that stand, and those that are known already; sorted by document, rule and fingerprint, so that a change of the
/// file says what changed. What is waived for a reason of its own is not among them, nor what says that a run or a waiver went wrong.
std::string known_text(const Review& review);

}  // namespace dovetail
