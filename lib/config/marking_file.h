// A marking scheme that stands in a file of the project's own.
#pragma once

#include <string>

#include "base/result.h"
#include "model/marking.h"

namespace dovetail {

/// Loads the scheme in `file`, called as `name` says; its keys are checked as those of rules_folder/marking are. Errors read "FILE:LINE: …".
Result<MarkingScheme> load_marking_file(const std::string& file, const std::string& rules_folder, const std::string& name);

}  // namespace dovetail
