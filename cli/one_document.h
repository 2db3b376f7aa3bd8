// One file read, for the commands that show what was read.
#pragma once

#include "options.h"

namespace dovetail::cli {

/// Reads (and compiles, where the job says so) the one file of the options; the Review holds it alone. Fails when it is no document.
[[nodiscard]] Result<Review> open_one(const Options& options, const std::string& command, Until until);

}  // namespace dovetail::cli
