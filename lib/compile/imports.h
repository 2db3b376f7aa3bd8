// Lists of terms that go on in another document: "words defined in the Code have the meanings given there".
#pragma once

#include <string_view>

#include "model/unit.h"

namespace dovetail {

/// Adds to Unit::imports what a line of normalised text names as the place where its terms are defined. Statutes, standards and paragraphs of the
/// text itself are none.
void note_import(std::string_view line, Unit& unit);

}  // namespace dovetail
