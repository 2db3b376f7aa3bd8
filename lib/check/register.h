// The family register: the programme's own tables.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Tables that could not be used, or rows of them: columns, ids, dates; and rows of the trace register that are struck or hidden and still link.
/// Small problems are warnings at most. Rules that rest on a table that could not be used are listed as blocked.
void check_malformed_register(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
