// A project file out of a folder: what everything in it seems to be.
#pragma once

#include <string>

#include "lint.h"

namespace dovetail {

struct ProjectText {
  std::string text;  // of a dovetail.yaml, commented
  std::size_t documents = 0, design = 0, registers = 0, left = 0;
};

/// Reads what is below `folder` and guesses kinds, ids, profiles, baselines and mappings. Of several files with one id the newest version in the file
/// name is the draft; folders called baseline and live say what is in them. Paths are relative to the folder. Fails where nothing can be read there.
[[nodiscard]] Result<ProjectText> project_text(const Job& job, const std::string& folder);

}  // namespace dovetail
