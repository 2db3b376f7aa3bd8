// BPMN 2.0 process diagrams.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads the semantic part of a BPMN file (OMG formal/2011-01-03, namespace 20100524/MODEL): every named or connected element is a Node whose kind is
/// the element's name ("userTask", "lane", "messageFlow"), id as written, parent the node that encloses it. Attributes: those of the element, and
/// "flowNodeRef" (ids joined by blanks, of a lane), "documentation", "condition", "event" (the kind of event definition: "timer", "message" …),
/// "messageRef", "property.NAME" (what extension elements of any vendor give as name and value). Layout is not read.
/// Never fails: XML that is no BPMN gets one "input.unreadable" Problem.
void read_bpmn(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
