// What nobody said about an input, guessed from its name and its first lines: role, id, title, code, profile, mapping.
#pragma once

#include "lint.h"
#include "lint/inputs.h"

namespace dovetail {

/// Gives every input its role, entry, profile and mapping, and says in Review::guesses what was guessed. Fails when the project or the command
/// line names a profile or mapping that does not exist.
[[nodiscard]] Result<bool> identify(const Job& job, const Scope& scope, Review& review);

}  // namespace dovetail
