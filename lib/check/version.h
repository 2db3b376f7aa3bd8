// The family version: identity of drafts, baselines and live texts.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Drafts made from an older version than the one in force: by the version matrix, else by the versions in the names of the project's baseline and
/// live files. Placed at the draft where it was read, else at the row. Where the live text was read: each provision that it
/// changed since the baseline, a warning; an error where the draft changes it too, otherwise.
void check_baseline_moved(const Review& review, const Rule& rule, Checked& checked);

/// Id, version, date or title said twice and differing: cover, front statements, header, footer and history agree with each other (the code's
/// version), and so do file name, lines that speak of a draft and project file (the draft's version). What is not said is never inconsistent.
void check_identity(const Review& review, const Rule& rule, Checked& checked);

/// Amendment histories whose rows are out of order, or whose newest row is not of the version that the cover says.
void check_history(const Review& review, const Rule& rule, Checked& checked);

/// Drafts on another design release than the rest of their set, by the version matrix or the project file; an error where the trace register codifies
/// an atom in them that changed since.
void check_mixed_release(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
