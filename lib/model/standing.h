// Whether a row of the design or of a register still stands: withdrawn, agreed, open.
#pragma once

#include "model/unit.h"

namespace dovetail {

/// Whether an atom is no part of the design any more: withdrawn, superseded, struck through.
bool is_withdrawn(const Item& item);

/// Whether a change is agreed: approved, closed, implemented.
bool is_agreed_change(const Record& change);
/// Whether it says of itself that the design stays as it is.
bool says_no_design_change(const Record& change);

/// Whether a comment is still to be settled, by its disposition; one with a closing date is not.
bool is_open_comment(const Record& comment);

}  // namespace dovetail
