// What the opener of a package has to tell about it: becomes a Problem of the document that is read from it.
#pragma once

#include <string>

namespace dovetail {

struct Remark {
  std::string rule;     // "input.damaged", "input.limit", "input.encrypted", "input.unreadable"
  std::string message;  // one line, names the part
  std::string part;     // the part it is about; empty for the package
};

}  // namespace dovetail
