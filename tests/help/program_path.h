// Where the built program stands, for tests that let others run it.
#pragma once

#include <string>

namespace help {

/// The whole path of dovetail.
std::string program();

}  // namespace help
