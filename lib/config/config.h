// dovetail.yaml and the rules folder, as plain structs of the model. Strict: an unknown key, a missing file, a bad pattern or an impossible
// date is an Error with file and line. Wraps yaml-cpp; nobody else names it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/catalogue.h"
#include "model/project.h"

namespace dovetail {

/// Loads a project file; its keys are checked against rules_folder/schema.yaml, the names of rules, profiles and mappings in it against `catalogue`.
/// Paths in it stay as written; Project::folder says what they are relative to. Documents, design files and registers that are missing are no
/// failure here: whoever reads them says so and goes on. Errors read "FILE:LINE: what is wrong; what to do".
Result<Project> load_project(const std::string& file, const std::string& rules_folder, const Catalogue& catalogue);

/// Loads every rule, profile, mapping and vocabulary below `folder` (its keys are checked against folder/schema.yaml).
Result<Catalogue> load_catalogue(const std::string& folder);

/// Loads the shapes of ids below `folder` alone; load_catalogue does that too.
Result<std::vector<IdShape>> load_ids(const std::string& folder);

/// The dovetail.yaml of `start` (a folder; empty for the current one) or of the nearest folder above it; none where there is none. The path is
/// relative to the current folder where `start` is.
std::optional<std::string> find_project_file(const std::string& start);

/// The folder of rules: `given` (--rules, else DOVETAIL_RULES) where it is not empty, else the one that was installed or built with the program at
/// `executable`. Never one that is found from the current folder. Fails where that folder holds no schema.yaml.
Result<std::string> find_rules_folder(const std::string& executable, const std::string& given);

/// The path of the program that runs; empty where the system does not tell.
std::string running_program();

/// The name of the profile that fits a document best: by `name` (its id or file name, with its code in front where that is known), else by
/// its first lines, else "generic". Of several that fit the longest match wins, then the first in order of names.
std::string guess_profile(const std::vector<Profile>& profiles, const std::string& name, const std::vector<std::string>& first_lines);

}  // namespace dovetail
