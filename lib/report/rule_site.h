// The rules as a small site: an index, and a page for each rule. Made of the rule files, so it cannot say other than they do.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/rule_list.h"

namespace dovetail {

/// The files of the site by name: "index.html", then "<rule id>.html". Each works from disk, without a network and without a script. `version` is the
/// program's.
std::vector<std::pair<std::string, std::string>> rule_site(const std::vector<ListedRule>& rules, const std::string& version);

}  // namespace dovetail
