// Schema fields without an id, joined with the catalogue by their names.
#pragma once

#include "base/table.h"
#include "model/unit.h"

namespace dovetail {

/// Where a catalogue says that a field of the schemas ("meterType") is a data item, and only one, the schemas' fields of that name (any case) become
/// atoms of it: out of Unit::unnamed, data items, their values and what interfaces hold. Names that two data items have join nothing.
void join_fields(Table<Unit>& units);

}  // namespace dovetail
