// The words at fault, in the sentence they stand in.
#pragma once

#include <string>

#include "model/review.h"

namespace dovetail {

struct Excerpt {
  std::string before, words, after;  // normalised; before and after end with "…" where they were cut
  [[nodiscard]] bool empty() const { return words.empty(); }
};

/// The sentence around a place, as seen in the proposed view, or in the baseline view for text that only it has; at most about `room` bytes besides
/// the words themselves. Empty where the place has no words (a missing file, a whole document).
Excerpt excerpt_of(const Review& review, const Finding& finding, std::size_t room);

}  // namespace dovetail
