// A mapping for a table whose headers say nothing: judged by what the columns hold.
#pragma once

#include <vector>

#include "compile/sheet.h"
#include "model/mapping.h"

namespace dovetail {

/// Fills `made` where one column holds an id of its own in nearly every row, of a family that the programme knows, and another the most words: the
/// mapping of that kind of atom, with those two columns and such others as its header names. Never surer than a half. Leaves `made` as it is
/// elsewhere.
void propose_by_content(const Document& document, const Sheet& sheet, const std::vector<const Mapping*>& mappings, MappingProposal& made);

}  // namespace dovetail
