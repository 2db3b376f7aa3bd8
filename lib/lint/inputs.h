// What a job reads: the project's documents, design and registers, and whatever else the paths name.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "lint.h"
#include "lint/unit_store.h"

namespace dovetail {

/// Which inputs' findings are asked for.
struct Scope {
  bool all = true;              // the whole project, or everything that was named
  std::set<std::string> paths;  // else these, as Input::path
};

/// Readable files below a folder, sorted; hidden files, Word's lock files and project files are none.
std::vector<std::string> files_below(const std::string& folder);

/// Fills project and inputs of `review`. Inputs that the project does not list have role other until they are identified.
/// Without a project, units that are linked are the inputs. Fails when there is no project and no path, or the project cannot be loaded.
[[nodiscard]] Result<Scope> collect_inputs(const Job& job, const UnitStore& store, Review& review);

}  // namespace dovetail
