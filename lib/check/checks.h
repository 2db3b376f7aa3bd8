// The rules' functions, in one table of name → function. A check reads the review and adds findings; it changes nothing else.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

class Shared;

/// What a check gives: findings of its rule, and rules that could not run.
struct Checked {
  std::vector<Finding> findings;
  std::vector<Blocked> blocked;
  std::shared_ptr<Shared> shared;  // see shared_work
};

/// Looks for what `rule` names. Fills everything of a Finding but fingerprint and waived.
using Check = void (*)(const Review& review, const Rule& rule, Checked& checked);

/// The function of that name, or nullptr. "pattern" runs pattern rules.
Check check_named(std::string_view name);

/// Runs every rule of `review`, in parallel; findings come in the order of the rules.
Checked run_checks(const Review& review, unsigned threads);

}  // namespace dovetail
