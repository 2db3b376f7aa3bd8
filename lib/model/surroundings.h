// The paragraph, or the cell of a sheet, that a finding stands in.
#pragma once

#include <string_view>

#include "model/review.h"

namespace dovetail {

struct Surroundings {
  std::string_view text;  // the whole paragraph as the view shows it (normalised), or the cell
  Span span;              // the finding's words in it; may be empty
};

/// Seen in the proposed view, or in the baseline view for a finding that only it has. Empty where the place has no text. Valid as long as `review`.
Surroundings surroundings(const Review& review, const Finding& finding);

}  // namespace dovetail
