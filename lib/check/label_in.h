// Which provision a finding names for a place.
#pragma once

#include <cstdint>
#include <string>

#include "model/review.h"

namespace dovetail {

/// The label of what stands at an offset of Document::text: of a note the provision that its mark stands in; none in headers and footers.
std::string label_in(const Review& review, Id<Unit> unit, View view, std::uint32_t offset);

}  // namespace dovetail
