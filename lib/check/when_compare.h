// Whether two time limits say the same, after normalising quantity, unit, relation, anchor and time of day.
#pragma once

#include <functional>
#include <string>

#include "model/when.h"

namespace dovetail {

enum class WhenLikeness : std::uint8_t { same, differs, not_comparable };

struct WhenVerdict {
  WhenLikeness likeness = WhenLikeness::not_comparable;
  std::string reason;  // of not_comparable, for a person: "they count from different events"
};

/// Tells whether two anchors are the same point in time.
using SameAnchor = std::function<bool(const WhenAnchor&, const WhenAnchor&)>;

/// Compares two understood texts. Never guesses: what differs in kind (hours and Working Days, different anchors) is not comparable.
WhenVerdict compare_when(const When& a, const When& b, const SameAnchor& same_anchor);

/// What two names of one event have in common: folded, without articles and words of completion ("the exchange", "exchange completed").
std::string event_key(const std::string& text);

}  // namespace dovetail
