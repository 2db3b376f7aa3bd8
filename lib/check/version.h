// The family version: identity of drafts, baselines and live texts.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Drafts made from an older version than the one in force: by the version matrix, else by the versions in the names of the project's baseline and
/// live files. Placed at the draft where it was read, else at the row.
void check_baseline_moved(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
