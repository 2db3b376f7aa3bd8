// The family data: ids and names of data in code text against the specifications.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Ids of interfaces, messages, flows and data items in drafts that no specification has. A family of ids is judged only where a catalogue of it was
/// read. One finding per document and id, further places as notes.
void check_unknown_id(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
