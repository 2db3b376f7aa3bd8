// Renumbering that left a reference behind.
#pragma once

#include <optional>
#include <string>

#include "check/judged.h"

namespace dovetail {

/// A reference whose words stayed while the text that it meant moved to another number.
struct Drift {
  In<Provision> target;  // where the text meant stands now
  std::string number;    // its number now
  ReferenceBefore before;
};

/// Whether a reference drifted: in the text before, the same words resolved to one provision; that provision is still there, under another number.
std::optional<Drift> drift_of(const Review& review, const BaselineReferences& baseline, const JudgedReference& judged);

/// The number that the footnote meant by "footnote 4" bears now, where the draft's own changes gave it another; none for all else.
std::optional<std::string> footnote_drift_of(const Review& review, const JudgedReference& judged);

}  // namespace dovetail
