// The family term: what is defined, and what is used as if it were.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Terms that are defined and used nowhere in the loaded set.
void check_unused_definition(const Review& review, const Rule& rule, Checked& checked);

/// Capitalised expressions that are used as terms and defined nowhere in reach; one finding per expression and document.
void check_undefined_term(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
