// The family design: the artefacts against each other.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Atoms that name an interface, step, requirement, data item or message that no artefact defines. Silent where the artefact that would define it is
/// not loaded: no atom of that kind, or (steps, requirements) none of the same process or group.
void check_dangling_atom(const Review& review, const Rule& rule, Checked& checked);

/// Atoms that nobody can draft from: a step without actor, a message without receiver, "C" without a condition, a limit without anchor, what is to be
/// confirmed, vague words in a requirement. `with`: vague, open (patterns). Columns that the artefact has not, or fills nowhere, say nothing.
void check_insufficient(const Review& review, const Rule& rule, Checked& checked);

/// What Corpus::conflicts holds; `with: {values: true}` the enumerations, else all other aspects. One finding per atom and aspect, at the artefact
/// that defines the atom, with each source's words as notes.
void check_source_conflict(const Review& review, const Rule& rule, Checked& checked);

/// One id with two contents in one artefact, and ids that cannot be ids of their table.
void check_duplicate_id(const Review& review, const Rule& rule, Checked& checked);

/// Atoms whose release is later than the one that their artefact, or the project, is declared to be at; logical and physical interfaces that do not
/// pair.
void check_unversioned(const Review& review, const Rule& rule, Checked& checked);

/// Atoms whose words are others than in the artefact's baseline, or than the hash that the artefact keeps, and that no approved change names.
void check_uncontrolled_change(const Review& review, const Rule& rule, Checked& checked);

/// Named branches of the processes that no text linked to their steps expresses.
void check_uncodified_branch(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
