// The design's own links and gaps, without any code text.
#pragma once

#include <string>

#include "report/reporters.h"

namespace dovetail {

/// For a terminal: how many atoms of each kind name which others, how many of those some artefact defines; then each name that none defines, steps
/// and requirements that nothing names, and what the artefacts say differently.
std::string design_trace_text(const Review& review);

/// The same as one JSON object: "atoms" (by kind), "links", "gaps", "conflicts".
std::string design_trace_json(const Review& review);

}  // namespace dovetail
