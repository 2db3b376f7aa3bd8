// All rules with severity and state.
#pragma once

#include <string>
#include <vector>

#include "model/rule.h"

namespace dovetail {

struct ListedRule {
  const Rule* rule;
  Severity severity;  // as the project sets it
  bool on;
};

/// A line for each rule: id, severity, on or off, title.
std::string rules_text(const std::vector<ListedRule>& rules);
/// {"schema":"dovetail.rules/1","rules":[{"id","title","severity","certainty","state","why","do"}]}
std::string rules_json(const std::vector<ListedRule>& rules);

}  // namespace dovetail
