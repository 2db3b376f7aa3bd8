// The rows of the timetables that are judged, and how a finding about one begins.
#pragma once

#include <string>
#include <vector>

#include "check/timetable_join.h"
#include "model/finding.h"
#include "model/review.h"
#include "model/rule.h"

namespace dovetail {

/// The rows of all drafts in the proposed view, in the order of the text; those that say "Not used" are left out.
std::vector<RowAt> draft_rows(const Review& review);

const TimetableRow& row_at(const Review& review, RowAt at);

/// A finding of `rule` at a cell of a row ("when", "from" …), labelled by the row's REF. It has the baseline view too where that view's row has the
/// same words in every cell of `beside`, which the finding rests on as well.
Finding row_finding(const Review& review, const Rule& rule, RowAt at, TableField TimetableRow::*cell,
                    const std::vector<TableField TimetableRow::*>& beside = {});

/// "OPC901 v1.1, OC-901-04": where an atom stands and what it is called.
std::string source_of(const Unit& design, const Item& item);

}  // namespace dovetail
