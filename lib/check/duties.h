// Who must do what: the actor, the modal and the action of each main clause of a text.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/obligation.h"
#include "model/role_names.h"
#include "text/span.h"

namespace dovetail {

/// One duty. `actors` is empty where they cannot be told: the passive voice, "it", a party that is no role. "shall procure that its X" is X's duty
/// and stays the other's.
struct Duty {
  Strength strength = Strength::none;
  Span modal;  // in the text
  Span words;  // from the actor, where it is known, to the modal's end
  Span sentence;
  std::set<std::string> actors;  // roles
  bool passive = false;
};

/// The duties of normalised text in their order. Relative and conditional clauses ("which may", "if it may") state none.
std::vector<Duty> duties_in(std::string_view text, const RoleNames& roles);

}  // namespace dovetail
