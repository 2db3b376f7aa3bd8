// Accepted findings that are not written in the project file: known ones, answers of reviewers, and words in the texts themselves.
#pragma once

#include "lint.h"

namespace dovetail {

/// Adds the findings of --known, or of the project's `known:`, to the waivers of the project. Fails where that file is none.
[[nodiscard]] Result<bool> add_known(const Job& job, Review& review);

/// Adds "dovetail:ignore RULE reason" of Word comments and HTML comments, and the decisions of the Comments log (registers.responses, --responses).
/// What gives no reason, or names no rule, waives nothing and becomes a finding. Documents and units are there.
void add_written_waivers(const Job& job, Review& review);

}  // namespace dovetail
