// Whether a text shows all of a document, or parts of it.
#pragma once

#include <string_view>

#include "model/unit.h"

namespace dovetail {

/// Whether a line tells a reader to change a text: "Insert a new paragraph 3.2A behind …", "In clause 4, for … substitute …". The numbers that it
/// cites are those of the text to be changed.
bool is_amending_instruction(std::string_view line);

/// Whether a text shows parts of a document in a view, so that what it has not may stand in what it does not show: a line of nothing but three
/// dots or so says it, and so do two amending instructions.
bool shows_parts(const Unit& unit, View view);

}  // namespace dovetail
