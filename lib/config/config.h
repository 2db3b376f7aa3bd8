// dovetail.yaml and the rules folder, as plain structs of the model. Strict: an unknown key, a missing file, a bad pattern or an impossible
// date is an Error with file and line. Wraps yaml-cpp; nobody else names it.
#pragma once

#include <string>

#include "base/result.h"
#include "model/catalogue.h"
#include "model/project.h"

namespace dovetail {

/// Loads a project file. Paths in it stay as written; Project::folder says what they are relative to.
Result<Project> load_project(const std::string& file);

/// Loads every rule, profile and mapping below `folder` (its keys are checked against folder/schema.yaml).
Result<Catalogue> load_catalogue(const std::string& folder);

}  // namespace dovetail
