// Which labels stand below which.
#include "text/label_holds.h"

namespace dovetail {

bool label_holds(std::string_view outer, std::string_view label) {
  return !outer.empty() && label.starts_with(outer) && (label.size() == outer.size() || label[outer.size()] == '.' || label[outer.size()] == '(');
}

}  // namespace dovetail
