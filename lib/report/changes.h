// The summary of what each draft changes: new, changed, deleted, moved and only renumbered provisions, by author and by modification.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "model/review.h"

namespace dovetail {

struct ChangeSummary {
  const DraftChanges* draft = nullptr;
  std::array<std::size_t, provision_fate_count> fates{};   // of its provisions; `same` stays 0
  std::map<std::string, std::size_t> authors, change_ids;  // how many provisions each touches
  std::vector<std::string> declared;                       // the parts that the project says it changes
  std::vector<std::string> outside;                        // labels of change.out-of-scope
  std::size_t unmarked = 0;                                // findings of change.unmarked
};

/// One for each draft that changes something, in order of the inputs.
std::vector<ChangeSummary> summarise_changes(const Review& review);

/// "2 new, 5 changed, 1 deleted, 0 moved, 3 only renumbered provisions; by Ann (6), Bo (2); for P901 (3)"
std::string change_line(const ChangeSummary& summary);

}  // namespace dovetail
