// How much was looked at and what came of it: the figures that every format shows, counted once.
#pragma once

#include <array>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// Whether a run is about that input: drafts, and documents whose role is live. A draft's own live text is read to compare with, like a baseline.
bool is_listed(const Input& input);

struct CountedDocument {
  Id<Unit> unit;
  std::size_t provisions = 0;  // in the proposed view
  std::size_t references = 0;  // in the proposed view
};

struct Tally {
  std::vector<CountedDocument> documents;  // drafts and live texts; not the baselines they are compared with
  std::size_t provisions = 0, references = 0, terms = 0, atoms = 0;
  std::array<std::size_t, outcome_count> outcomes{};          // of the references of the proposed view
  std::array<std::size_t, coverage_status_count> coverage{};  // of every atom in every code that it is for
  std::array<std::size_t, 3> severities{};                    // of findings that are not waived
  std::size_t waived = 0;
};

Tally count(const Review& review);

}  // namespace dovetail
