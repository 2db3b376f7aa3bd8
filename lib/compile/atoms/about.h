// What a design file says about itself and what the project says about it: the artefact, its version, its release.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compile/cover.h"
#include "compile/items.h"
#include "model/review.h"

namespace dovetail {

/// Reads names and values as a cover is read: "number" or "doc_number", "version", "status", "release", "title" and their like, any case.
Cover cover_of(const std::vector<std::pair<std::string, std::string>>& values);

/// Fills unit.id and unit.title where they are empty, and says what stands for atoms that do not say it: the project's entry first, then the file's
/// own words, then the artefact and version in its name.
ItemDefaults settle_identity(const Document& document, const Input& input, const Cover& cover, Unit& unit);

/// The mapping that reads atoms of `kind` from this input: the project's own where it gives that kind, else the first built-in one; null for none.
const Mapping* mapping_giving(const Input& input, std::string_view kind);

}  // namespace dovetail
