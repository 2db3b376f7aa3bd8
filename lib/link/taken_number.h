// A number that other text bears since the draft: which of the two an atom's link means.
#pragma once

#include "link/reviewed_text.h"
#include "model/review.h"

namespace dovetail {

enum class Bearer : std::uint8_t { unclear, before, now };

/// Says whether what bore the number before or what bears it now is the nearer to the atom: by the words that only one of them has (the atom's text,
/// its interfaces and roles). Unclear where neither has two of them and twice as many as the other.
Bearer nearer_bearer(const RoleNames& roles, const ReviewedText& texts, const Item& atom, Id<Unit> unit, Id<Provision> before, Id<Provision> now);

}  // namespace dovetail
