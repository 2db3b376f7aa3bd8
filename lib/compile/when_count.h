// Counts within a time limit: a quantity with its unit, the side it is counted on, a time of day.
#pragma once

#include "compile/when_cursor.h"
#include "model/when.h"

namespace dovetail {

/// Each reads its words into `clause` and is true, or leaves the cursor where it was. A count whose side is there and whose anchor is not is false
/// with clause.quantity filled.

/// "17:00", "5 pm".
bool take_time_of_day(WhenCursor& cursor, WhenClause& clause);
/// "2 WD of …", "a period of five (5) Working Days after …", "WD 10 of the month".
bool take_count(WhenCursor& cursor, WhenClause& clause);
/// "the next Working Day", "the third Working Day after …", "the WD following …".
bool take_next_day(WhenCursor& cursor, WhenClause& clause);
/// "the 15th of each month", "the last Working Day of the month".
bool take_day_of_month(WhenCursor& cursor, WhenClause& clause);
/// "each WD", "every month", "monthly".
bool take_recurring(WhenCursor& cursor, WhenClause& clause);
/// An anchor, and a count from it where there is one: "SSD", "SSD + 5 WD", "SF-2 WD", "SD+1".
bool take_anchor_with_offset(WhenCursor& cursor, WhenClause& clause);

}  // namespace dovetail
