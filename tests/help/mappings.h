// Mappings and small inputs for tests of the design side, built in place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/mapping.h"
#include "model/review.h"

namespace help {

using namespace dovetail;

/// A mapping by name: "brs", "bp-steps", "choreography", "interfaces", "interface-items", "data-items", "trace", "versions", "roles".
const Mapping& mapping(std::string_view name);

/// All of them.
const std::vector<Mapping>& mappings();

/// The unit of a CSV text read under `mapping` (null: guessed); its document is added to `review` with an Input of that role.
Id<Unit> add_csv(Review& review, std::string path, std::string_view text, const Mapping* mapping, InputRole role = InputRole::design);

}  // namespace help
