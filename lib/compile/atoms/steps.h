// A drawn process as steps and branches.
#pragma once

#include "compile/atoms/process.h"
#include "compile/items.h"
#include "model/mapping.h"
#include "model/unit.h"

namespace dovetail {

/// Adds an item "bp_step" for each step of `process`, with the fields that the mapping of process steps gives a table's row: id (of a property, the
/// name or the element's own id), seq in the order of the flows, lane_role, step_text, trigger, condition, interface_ids and to_roles of what it
/// sends, next_step through gateways, events and containers, and whatever its properties say by the mapping's headers. Steps without an id of the
/// programme go to Unit::unnamed under the file's own id. Every named way out of a gateway is a Branch.
void add_steps(const Process& process, const Mapping* mapping, const ItemDefaults& defaults, Unit& unit);

}  // namespace dovetail
