// Checks of the family `wording` that need more than a pattern.
#pragma once

#include "check/checks.h"
#include "text/pattern.h"

namespace dovetail {

/// Dates that no calendar has: 31 June, 29 February of a common year, a weekday that is not the date's.
void check_impossible_date(const Review& review, const Rule& rule, Checked& checked);
/// What check_impossible_date looks for in the text.
std::vector<PatternSearch::Expression> date_expressions(const Rule& rule);
/// Sentences that are the same but for one phrase.
void check_near_duplicate(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
