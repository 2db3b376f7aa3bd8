// ReqIF requirements, as exchanged between requirements tools.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads ReqIF 1.0 to 1.2 (OMG formal/2016-07-01), plain or zipped (.reqifz, every .reqif in it). Nodes: "spec-object" and "relation" (attribute
/// "type": the type's LONG-NAME; "value.LONG-NAME": each value as text, XHTML without its markup, enumerations by the LONG-NAMEs of their values
/// joined by ";"; relations "source" and "target"), "specification", and "hierarchy" (attribute "object"; parent the hierarchy or specification
/// above). Ids are IDENTIFIERs. Elements are known by their local names, since tools differ in the namespace. Never fails: a file that is none gets
/// one "input.unreadable" Problem.
void read_reqif(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
