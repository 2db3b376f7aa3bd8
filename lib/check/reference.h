// The family reference: what a reference wants, and what became of it.
#pragma once

#include "check/checks.h"
#include "text/pattern.h"

namespace dovetail {

/// References of the proposed view whose outcome is `with: outcome`: missing (in its own code), missing_elsewhere (in another code of the set),
/// not_used (which deleted text is too), ambiguous, retired, unknown. Where reference.drifted speaks of it, this is silent.
void check_reference_outcome(const Review& review, const Rule& rule, Checked& checked);

/// References whose number is still that of the baseline while the text that it meant stands under another number now. The fix is that number.
void check_reference_drifted(const Review& review, const Rule& rule, Checked& checked);

/// "this paragraph 3.2" inside 3.4, "this Section W" inside Section K.
void check_wrong_self(const Review& review, const Rule& rule, Checked& checked);

/// A bare number inside an annex, schedule or appendix that only the text around it has, or the reverse, where nothing declares that.
void check_wrong_scope(const Review& review, const Rule& rule, Checked& checked);

/// A keyword that this code does not use for numbers of that kind ("Clause" in a BSC Section).
void check_wrong_keyword(const Review& review, const Rule& rule, Checked& checked);

/// The heading echoed in brackets behind a number is not that provision's heading.
void check_heading_mismatch(const Review& review, const Rule& rule, Checked& checked);

/// The title quoted or bracketed behind a document's id is not its registered title.
void check_title_mismatch(const Review& review, const Rule& rule, Checked& checked);

/// Two provisions that are each subject to the other.
void check_circular_reference(const Review& review, const Rule& rule, Checked& checked);

/// Fields of Word whose stored text is not what they point to now, or whose bookmark is gone; links to bookmarks that are gone.
void check_stale_field(const Review& review, const Rule& rule, Checked& checked);

/// Names of design artefacts, programme groups and milestones in operative text.
void check_programme_artefact(const Review& review, const Rule& rule, Checked& checked);
/// What check_programme_artefact looks for in the text.
std::vector<PatternSearch::Expression> programme_expressions(const Rule& rule);

}  // namespace dovetail
