// Where the tests find what they read.
#pragma once

#include <string>

namespace help {

/// The folder of the project's sources, absolute, without a slash at its end.
std::string source_folder();

}  // namespace help
