// ArchiMate models as steps, requirements, interfaces and data items.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Adds the atoms of a model's nodes (read/archimate.h): processes and functions are steps, what triggers or flows into what is their order, who is
/// assigned to them their role; other elements are atoms by the id in their name or properties, or by their type.
void compile_archimate(const Document& document, const Input& input, Unit& unit);

}  // namespace dovetail
