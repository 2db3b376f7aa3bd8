// Whether stored facts fit together: what the rooms rely on and no reader or compiler would break, looked at before anything that came from a file
// is used.
#pragma once

#include "model/document.h"
#include "model/unit.h"

namespace dovetail::stored {

/// Whether every id names something, every span lies in the text, runs and paragraphs follow one another and nothing stands in itself.
[[nodiscard]] bool is_sound(const Document& document);

/// The same for what was compiled out of a sound document; the projections of the unit are made.
[[nodiscard]] bool is_sound(const Unit& unit, const Document& document);

}  // namespace dovetail::stored
