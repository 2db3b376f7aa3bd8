// What has become of each atom of the design in each code that it targets.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "link/documents.h"
#include "model/review.h"

namespace dovetail {

/// The first live atom of each canonical id, over all design files.
std::map<std::string, In<Item>> link_atoms(const Review& review);

/// The coverage of every atom, sorted by kind, id, code: one entry per target code, one without code where the atom names none or is not owed.
/// The statuses and their order are those of rules.md, "coverage". Every status but covered and uncovered has its reason.
std::vector<AtomCoverage> link_coverage(const Review& review, const DocumentIndex& documents, const std::map<std::string, In<Item>>& atoms);

}  // namespace dovetail
