// The grammar of time limits: WHEN cells and SLA texts become values that can be compared.
#pragma once

#include <string_view>

#include "model/unit.h"
#include "model/when.h"

namespace dovetail {

/// Reads a WHEN or SLA text (any UTF-8): "Within 2 WD of 3.1.2.", "By 5 pm on SD+1", "no later than five (5) Working Days before SSD".
/// A text with one word outside the grammar is not understood, as a whole.
When read_when(std::string_view text);

/// Reads what stands behind "of" or "after" alone: "exchange completed", "IF-901 received".
WhenAnchor read_anchor(std::string_view text);

/// Fills unit.slas from the choreography items: the columns sla_qty, sla_unit, sla_relation, sla_anchor and time_of_day where they are
/// filled, else sla_text.
void compile_slas(Unit& unit);

}  // namespace dovetail
