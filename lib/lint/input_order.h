// The order of what a job reads.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Puts the inputs into an order of their own: code text, design, registers, files that were only named; each by path as reported, and a draft's
/// baseline and companions behind it. In whatever order a project or a command lists its files, every result is then the same bytes.
void order_inputs(Review& review);

}  // namespace dovetail
