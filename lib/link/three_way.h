// Baseline, live text and draft laid side by side: what a drafter must carry over.
#pragma once

#include <vector>

#include "link/compared_lines.h"
#include "model/review.h"

namespace dovetail {

/// The rows of one three-way comparison.
std::vector<ThreeWayRow> three_way_rows(const ComparedText& baseline, const ComparedText& live, const ComparedText& draft);

/// Names for each row the changes of the horizon log that say they touch that provision of the draft's document.
void name_live_changes(const Review& review, ThreeWay& three);

}  // namespace dovetail
