// The rules folder, loaded once, and a run of them all.
#pragma once

#include <string_view>

#include "lint.h"

namespace dovetail::fuzz {

/// What is in rules/.
const Catalogue& shipped();

/// Reads `bytes` as a document of that format (kind_named), and does all that `check` does with it, with every rule.
Review checked(std::string_view bytes, std::string_view format);

}  // namespace dovetail::fuzz
