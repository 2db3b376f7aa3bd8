// What has become of each atom of the design in each code that it targets.
#pragma once

#include <map>
#include <string>

#include "link/documents.h"
#include "model/review.h"

namespace dovetail {

/// The first live atom of each canonical id, over all design files.
std::map<std::string, In<Item>> link_atoms(const Review& review);

/// Fills `corpus` with the links of the trace register, the coverage of every atom (sorted by kind, id, code: one entry per target code, one without
/// code where the atom names none or is not owed), what each changed provision rests on, and the thresholds. Needs the atoms and changes of `corpus`.
/// The statuses and their order are those of rules.md, "coverage". Every status but covered and uncovered has its reason.
void link_coverage(const Review& review, const DocumentIndex& documents, unsigned threads, Corpus& corpus);

}  // namespace dovetail
