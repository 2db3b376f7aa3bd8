// Which lines of one text are which lines of another, and the words that differ: moved, split and joined paragraphs are told apart.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "link/compared_lines.h"
#include "model/comparison.h"
#include "model/review.h"

namespace dovetail {

/// Two texts laid side by side: what differs, and which line is which.
struct Aligned {
  std::vector<Difference> differences;                // in order of the text after
  std::vector<std::optional<std::uint32_t>> partner;  // of each line of the projection before: the line after; of a split line the first part
};

/// Compares two texts: bodies, notes, text boxes and running heads. Cost is near linear in their length, whatever moved or was renumbered. Computed
/// numbers, page numbers and dates of print are not compared.
Aligned align_texts(const ComparedText& before, const ComparedText& after);

/// The differences alone.
std::vector<Difference> compare_texts(const ComparedText& before, const ComparedText& after);

/// Each draft's baseline view against the proposed view of the baseline it names, in the order of the drafts' inputs. Documents
/// that were not read, or from a source that is not exact, are left out.
std::vector<Comparison> compare_with_baselines(const Review& review, unsigned threads);

}  // namespace dovetail
