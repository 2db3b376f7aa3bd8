// What reviewers decided in an earlier worksheet, laid beside the provisions as they are now.
#pragma once

#include <vector>

#include "model/review.h"
#include "report/worksheet/rows.h"

namespace dovetail::worksheet {

/// Whether the run read a worksheet that reviewers filled in (registers.decisions, --decisions).
bool has_decisions(const Review& review);

/// Fills Row::since, decision, reviewer, decided_on and earlier. A decision holds where both keys are what they were; "Discuss" settles nothing. A
/// provision with other words is the one that had the same number in the baseline, else a new one whose words are like it.
void carry_decisions(const Review& review, std::vector<Row>& rows);

}  // namespace dovetail::worksheet
