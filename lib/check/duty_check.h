// The rules of the family coverage that compare what the design says with what the linked text says.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// coverage.obligation-differs: a requirement that must be met, and linked prose that only allows it, or the reverse. Prose that says both, or whose
/// duties are another's, is not compared; nor is a row's imperative with what the design only allows.
void check_obligation_differs(const Review& review, const Rule& rule, Checked& checked);

/// coverage.actor-differs: every duty of the linked prose that is about the same thing falls on a role other than the design's. The passive voice and
/// parties that are no roles are not compared.
void check_actor_differs(const Review& review, const Rule& rule, Checked& checked);

/// coverage.wording-diverges: of the content words of an atom (content_of) less than a third stand in the text that is linked to it by name. The
/// score and the words that are missing are shown.
void check_wording_diverges(const Review& review, const Rule& rule, Checked& checked);

/// coverage.codes-differ: one atom in two codes whose texts have different roles, time limits or thresholds. The finding stands in the code that does
/// not lead.
void check_codes_differ(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
