// Pattern rules: an expression over normalised lines, with conditions that a drafter can write.
#pragma once

#include "check/checks.h"
#include "text/pattern.h"

namespace dovetail {

/// Runs rule.pattern over every line of judged text in the proposed view. rule.with: ignore_case; edges (both ends at word edges, by ICU);
/// same ("1, 2": groups that must be equal when folded); only, except (expressions that the match must, must not be); twice (only lines with
/// a word twice in a row); applies_to (changed: introduced by the draft; all). The message may say {0} for the words, {1} … for the groups, {label}.
void check_pattern(const Review& review, const Rule& rule, Checked& checked);
/// What check_pattern looks for in the text; nothing for a rule about words that stand twice, which finds its lines by their words.
std::vector<PatternSearch::Expression> pattern_expressions(const Rule& rule);

}  // namespace dovetail
