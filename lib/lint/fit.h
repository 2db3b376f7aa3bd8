// Tables that have grown keep room for more, up to as much again; of what is kept to the end of a run that room is given back.
#pragma once

#include "model/document.h"
#include "model/unit.h"

namespace dovetail {

/// Gives back the room that the larger tables of a document have left over, once it is read.
void fit(Document& document);

/// The same for a unit, once it is compiled.
void fit(Unit& unit);

}  // namespace dovetail
