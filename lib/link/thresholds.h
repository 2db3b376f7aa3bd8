// What `expect:` asks for, beside what is so.
#pragma once

#include <vector>

#include "model/review.h"

namespace dovetail {

/// One result for each expectation, code, topic area and obligation that it names. Waived atoms are accounted for and pending ones not due: neither
/// counts. What is contested is carried.
std::vector<CoverageThreshold> judge_thresholds(const Review& review, const std::vector<AtomCoverage>& coverage);

}  // namespace dovetail
