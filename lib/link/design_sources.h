// What several artefacts say of one atom, laid side by side.
#pragma once

#include <vector>

#include "model/review.h"

namespace dovetail {

/// Atoms of which two artefacts at least speak and do not say the same: receivers and senders of interfaces (catalogue, processes, choreography,
/// scenario variants), optionality of data items in messages, names, formats, lengths and units of data items, and their values (aspect
/// "enumeration": valid sets, value tables and schemas). Blank, "N/A", "ALL" and what cannot be compared say nothing. What is withdrawn or struck is
/// left out. Sorted by atom and aspect.
std::vector<AtomConflict> compare_sources(const Review& review, const RoleNames& roles);

}  // namespace dovetail
