// One cause, one finding: where two rules could both speak of it.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Takes out findings whose words another finding of the same document holds, where rules.md ("Precedence") gives that one's rule the word; what they
/// say becomes a note of it. review.findings are sorted by place.
void keep_first_to_speak(Review& review);

}  // namespace dovetail
