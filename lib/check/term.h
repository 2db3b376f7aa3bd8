// The family `term`: definitions and the words that are used for them.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Capitalised expressions that are used as terms and defined nowhere in reach; one finding per expression and document.
void check_undefined_term(const Review& review, const Rule& rule, Checked& checked);
/// Definitions whose term is used nowhere that they reach.
void check_unused_definition(const Review& review, const Rule& rule, Checked& checked);
/// Two definitions of one term in one scope; a warning where they say the same.
void check_duplicate_definition(const Review& review, const Rule& rule, Checked& checked);
/// A local definition that hides a wider one with other words.
void check_shadowed_definition(const Review& review, const Rule& rule, Checked& checked);
/// Codes that define one term differently, once per pair; a note unless the draft changes either text.
void check_conflicting_definitions(const Review& review, const Rule& rule, Checked& checked);
/// "has the meaning given to that term in paragraph X", where X is not there or does not define it.
void check_broken_pointer(const Review& review, const Rule& rule, Checked& checked);
/// Definitions that only point at each other.
void check_circular_definition(const Review& review, const Rule& rule, Checked& checked);
/// Words that are like a defined term: with {kind: variant | near_miss | uncapitalised}.
void check_like_term(const Review& review, const Rule& rule, Checked& checked);
/// Words that a terms file has retired, where their replacement applies.
void check_retired_term(const Review& review, const Rule& rule, Checked& checked);
/// Abbreviations that nothing in reach expands.
void check_undefined_acronym(const Review& review, const Rule& rule, Checked& checked);
/// One abbreviation with two expansions in one scope.
void check_acronym_conflict(const Review& review, const Rule& rule, Checked& checked);
/// Entries of a list of definitions that stand out of alphabetical order.
void check_unsorted_definitions(const Review& review, const Rule& rule, Checked& checked);
/// Entries of a list of definitions in small letters among capitalised ones.
void check_lower_case_definition(const Review& review, const Rule& rule, Checked& checked);
/// New terms used in text that takes effect before their definition.
void check_used_before_effective(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
