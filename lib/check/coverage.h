// The family coverage: is all of the design in the code text.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Atoms that a code owes and no text of it carries, one finding per requirement and code, its steps as notes. "should" is a warning, "may" and
/// an internal step (no interface, the next step in the same lane) a note.
void check_uncovered_atom(const Review& review, const Rule& rule, Checked& checked);

/// Links that pin an older version of an atom which changed since; where the artefact alone moved on, one note for each artefact.
void check_outdated_link(const Review& review, const Rule& rule, Checked& checked);
/// Links that pin a newer version than the draft is declared to reflect, or than the design that was read has.
void check_predated_link(const Review& review, const Rule& rule, Checked& checked);
/// Rows of the register and words of drafts that cite an atom which is withdrawn or in no artefact that was read as a whole.
void check_dead_atom(const Review& review, const Rule& rule, Checked& checked);
/// Rows that cite a provision which is gone (the rule's severity), whose text changed since its review (a warning) or which moved (a note).
void check_dead_provision(const Review& review, const Rule& rule, Checked& checked);

/// Links that claim all of an atom where some of its children, receivers or data items do not appear.
void check_shallow_link(const Review& review, const Rule& rule, Checked& checked);
/// Minimums of `expect:` that are not reached.
void check_threshold(const Review& review, const Rule& rule, Checked& checked);
/// Atoms that are their own ancestors.
void check_coverage_cycle(const Review& review, const Rule& rule, Checked& checked);
/// Artefacts that the artefact register lists and that were not read.
void check_artefact_not_loaded(const Review& review, const Rule& rule, Checked& checked);

/// Changed text that traces to nothing and declares no basis; in documents that no link targets one note for the document.
void check_untraced_text(const Review& review, const Rule& rule, Checked& checked);
/// Atoms whose only text the draft takes out.
void check_lost_atom(const Review& review, const Rule& rule, Checked& checked);
/// Transition text that does not say when it ends.
void check_no_end(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
