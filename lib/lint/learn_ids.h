// The ids that the design itself uses: a programme need not list how its ids are spelt for its texts to be searched for them.
#pragma once

#include "lint.h"
#include "lint/unit_store.h"

namespace dovetail {

/// Looks at the atoms of the compiled design, and takes the shapes of their ids into use where neither the project nor rules/ids finds them in text:
/// behind the project's own, before those of rules/ids. Whether any was taken, so that cells of the design may be read otherwise now; `store` then
/// knows that units depend on it.
[[nodiscard]] bool learn_ids(const Job& job, UnitStore& store, const Review& review);

}  // namespace dovetail
