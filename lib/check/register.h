// The family register: the programme's own tables.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Tables that could not be used, or rows of them: columns, ids, dates; and rows of the trace register that are struck or hidden and still link.
/// Small problems are warnings at most. Rules that rest on a table that could not be used are listed as blocked.
void check_malformed_register(const Review& review, const Rule& rule, Checked& checked);

/// Agreed changes that name an atom whose provisions the draft leaves as they were.
void check_missed_uplift(const Review& review, const Rule& rule, Checked& checked);
/// Comments closed as applied whose provision is the same in both drafts, and comments that are open at the final stage.
void check_comment_not_applied(const Review& review, const Rule& rule, Checked& checked);
/// Changed text without a link, a comment, a change or a note, in documents that the registers speak of provision by provision.
void check_unexplained_change(const Review& review, const Rule& rule, Checked& checked);
/// Live changes that nobody has dealt with. with: stale_days, after which a review is stale.
void check_horizon(const Review& review, const Rule& rule, Checked& checked);
/// Topic areas with blanks in their checklist.
void check_topic_incomplete(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
