// One clause of a time limit: relation, quantity, unit, anchor, time of day, condition.
#pragma once

#include "compile/when_cursor.h"
#include "model/when.h"

namespace dovetail {

/// Reads one clause; false where the words are none, and the cursor then stands anywhere.
bool take_clause(WhenCursor& cursor, WhenClause& clause);

}  // namespace dovetail
