// BPMN 2.0 diagrams as steps, branches and messages.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Adds the steps and branches of a BPMN diagram's nodes (read/bpmn.h) to `unit`, and fills its id and title. Roles come from the innermost lane,
/// else the participant; messages from message flows, by the message that they carry or their name.
void compile_bpmn(const Document& document, const Input& input, Unit& unit);

}  // namespace dovetail
