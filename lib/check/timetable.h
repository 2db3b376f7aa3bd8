// The rules of the family timetable.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// timetable.sla-differs: a row's WHEN against the operational choreography of the step or interface that the row is.
void check_sla_differs(const Review& review, const Rule& rule, Checked& checked);

/// timetable.when-unparsed: a WHEN with a quantity or a time of day that was not understood.
void check_when_unparsed(const Review& review, const Rule& rule, Checked& checked);

/// timetable.step-missing: rows that WHEN or ACTION cites and the document lacks; a row of another process with none of whose parties the row deals
/// is a warning.
void check_step_missing(const Review& review, const Rule& rule, Checked& checked);

/// timetable.step-order: a time counted from a row that comes later in the same process.
void check_step_order(const Review& review, const Rule& rule, Checked& checked);

/// timetable.role-differs: FROM and TO of a row against the sender and the receivers of its interface. Rows of several interfaces, and parties that
/// are not known, are not compared.
void check_role_differs(const Review& review, const Rule& rule, Checked& checked);

/// timetable.role-unknown: parties in FROM and TO that no role table has.
void check_role_unknown(const Review& review, const Rule& rule, Checked& checked);

/// timetable.flow-mismatch: a flow or message of a row whose quoted name is another's, that the catalogue lacks or has retired, or that no scenario
/// variant has between these roles.
void check_flow_mismatch(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
