// The family structure: numbering and shape.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Two provisions with one number in one scope (one list, for items): the second, with the first as note.
void check_duplicate_number(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
