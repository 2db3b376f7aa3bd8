// Which labels stand below which.
#pragma once

#include <string_view>

namespace dovetail {

/// Whether `label` is `outer` or stands below it: "3.1" holds 3.1, 3.1.2 and 3.1(a), not 3.10. An empty one holds nothing.
bool label_holds(std::string_view outer, std::string_view label);

}  // namespace dovetail
