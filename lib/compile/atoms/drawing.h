// Visio drawings as steps, branches and messages.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Adds the steps and branches of a drawing's nodes (read/vsdx.h). Lanes are swimlane containers; where a page has none, boxes that others stand in.
/// Connectors are what comes next; one that bears the id of an interface sends it.
void compile_drawing(const Document& document, const Input& input, Unit& unit);

}  // namespace dovetail
