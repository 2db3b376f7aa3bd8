// Which lines of one text are which lines of another, and the words that differ: moved, split and joined paragraphs are told apart.
#pragma once

#include <vector>

#include "link/compared_lines.h"
#include "model/comparison.h"
#include "model/review.h"

namespace dovetail {

/// Compares the bodies of two texts. Cost is near linear in their length, whatever moved or was renumbered. Computed numbers,
/// page numbers and dates of print are not compared.
std::vector<Difference> compare_texts(const ComparedText& before, const ComparedText& after);

/// The same, into the comparison: its differences, and which line is which.
void compare_texts(const ComparedText& before, const ComparedText& after, Comparison& comparison);

/// Each draft's baseline view against the proposed view of the baseline it names, in the order of the drafts' inputs. Documents
/// that were not read, or from a source that is not exact, are left out.
std::vector<Comparison> compare_with_baselines(const Review& review, unsigned threads);

}  // namespace dovetail
