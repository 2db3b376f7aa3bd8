// The family input: what was read, honestly.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Problems of `with: rule` that readers and compilers noted, as findings.
void check_input_problem(const Review& review, const Rule& rule, Checked& checked);

/// For rules whose findings need what only comes after all checks (waivers, blocked rules, whether anything was checked): lint/settle adds them.
void check_after_all(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
