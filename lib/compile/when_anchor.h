// What a time limit is counted from: a row, a message, a date term, an event.
#pragma once

#include "compile/when_cursor.h"
#include "model/when.h"

namespace dovetail {

/// Reads an anchor up to where it ends ("receipt of 3.1.2", "IF-901 sent", "the site visit"); false where none stands there.
bool take_anchor(WhenCursor& cursor, WhenAnchor& anchor);

/// Reads a row or message id alone, with what says that it was sent or received; the cursor stays and `anchor` is empty where none stands there.
bool take_identified_anchor(WhenCursor& cursor, WhenAnchor& anchor);

}  // namespace dovetail
