// Texts that stand beside a draft: its twin, its earlier versions, and the live text that may have moved on.
#pragma once

#include <vector>

#include "model/review.h"

namespace dovetail {

/// Each draft's proposed view against the proposed view of its twin and of its earlier versions, with provisions; in the order of the inputs.
std::vector<Comparison> compare_with_companions(const Review& review, unsigned threads);

/// Each draft that names a live text, laid beside it and the baseline: the file it names, else its own baseline view.
std::vector<ThreeWay> lay_three_ways(const Review& review, unsigned threads);

}  // namespace dovetail
