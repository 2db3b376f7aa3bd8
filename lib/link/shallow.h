// Whether the register's word "full" holds: which parts of an atom do not appear where it is said to be carried.
#pragma once

#include "link/atom_graph.h"
#include "link/coverage_judge.h"
#include "model/review.h"

namespace dovetail {

/// Fills `lacking` of links that claim all of an atom: children without text, receivers that a row leaves out, data items that a list leaves out.
/// Only where some appear and some do not.
void find_shallow(const Review& review, const RoleNames& roles, const AtomGraph& graph, const CoverageSlots& slots, std::vector<TraceLink>& links);

}  // namespace dovetail
