// Two or three texts laid side by side: what `dovetail compare` shows.
#pragma once

#include <optional>
#include <string>

#include "lint.h"

namespace dovetail {

/// What is compared, by paths as typed. One of `before` and `since` may be empty; both: the two views of `after`.
struct CompareRequest {
  std::string before, after;
  std::string live;   // the text in force now; empty: two texts alone
  std::string since;  // approved or legal-reviewed: `before` is the last version of that status in the project's history of `after`
};

struct Compared {
  Review review;          // the documents and their units
  Comparison comparison;  // with provisions, and the redlines of those that changed
  std::optional<ThreeWay> three;
};

/// Reads and compares. Fails where a file cannot be read as text, or where there is no version of that status.
[[nodiscard]] Result<Compared> compare(Job job, const CompareRequest& request);

}  // namespace dovetail
