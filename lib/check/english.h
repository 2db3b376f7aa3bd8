// Whether a text is one that the rules about terms can read.
#pragma once

#include "model/unit.h"

namespace dovetail {

/// Whether a text is in English: in another language the rules know neither which capitals are none nor how a term is inflected.
[[nodiscard]] bool is_english(const Unit& unit);

}  // namespace dovetail
