// Which lines of a draft hold words that the draft brings in.
#pragma once

#include <cstdint>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// Lines of the proposed view, in order, that a rule about what is changed must look at: those with revised words, and those that differ from the
/// baseline without a mark; all where nobody knows what stood before. Headers, footers and comments are left out.
std::vector<std::uint32_t> changed_lines(const Review& review, Id<Unit> unit);

/// The same for rules about the whole text.
std::vector<std::uint32_t> lines_of_text(const Review& review, Id<Unit> unit);

}  // namespace dovetail
