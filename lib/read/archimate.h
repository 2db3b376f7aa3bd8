// ArchiMate models.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads the ArchiMate Model Exchange File Format (The Open Group C174, 2.1 and 3.x) and Archi's own .archimate files. Nodes: "element" and
/// "relationship" with attribute "type" (without a prefix), relationships "source" and "target", both "documentation" and "property.NAME". Views are
/// not read. Never fails: XML that is neither gets one "input.unreadable" Problem.
void read_archimate(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
