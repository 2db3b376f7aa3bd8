// Visio drawings.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads a VSDX or VSDM drawing ([MS-VSDX], an Open Packaging Conventions package). Nodes: "page" (in the order of the tabs), "shape" (parent its
/// page or group; id "PAGE/SHAPE"; name its text, else its master's; attributes "id", "text", "master" (the master's name), "property.LABEL", and
/// "x", "y", "width", "height" in inches as written), "connect" (attributes "connector", "end": begin or end, "shape": ids as written). Never fails:
/// a package that is no drawing gets one "input.unreadable" Problem.
void read_vsdx(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
