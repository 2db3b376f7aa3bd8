// The rules of the family timetable.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// timetable.sla-differs: a row's WHEN against the operational choreography of the step or interface that the row is.
void check_sla_differs(const Review& review, const Rule& rule, Checked& checked);

/// timetable.when-unparsed: a WHEN with a quantity or a time of day that was not understood.
void check_when_unparsed(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
