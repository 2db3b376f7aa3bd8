// All rules with severity and state.
#include "report/rule_list.h"

#include <algorithm>

#include "report/json_text.h"
#include "report/wording.h"

namespace dovetail {

std::string rules_text(const std::vector<ListedRule>& rules) {
  std::size_t longest = 0;
  for (const auto& listed : rules) longest = std::max(longest, listed.rule->id.size());
  std::string out;
  for (const auto& [rule, severity, on] : rules) {
    std::string level(name_of(severity));
    out += rule->id + std::string(longest + 2 - rule->id.size(), ' ') + level + std::string(9 - level.size(), ' ') + (on ? "on   " : "off  ") +
           rule->title + "\n";
  }
  return out + counted(rules.size(), "rule") + "\n";
}

std::string rules_json(const std::vector<ListedRule>& rules) {
  Json list = Json::array();
  for (const auto& [rule, severity, on] : rules)
    list.push_back({{"id", rule->id},
                    {"title", rule->title},
                    {"severity", name_of(severity)},
                    {"certainty", name_of(rule->certainty)},
                    {"state", on ? "on" : "off"},
                    {"why", rule->why},
                    {"do", rule->remedy}});
  return finished({{"schema", "dovetail.rules/1"}, {"rules", std::move(list)}});
}

}  // namespace dovetail
