// The family data: ids and names of data in code text against the specifications.
#pragma once

#include "check/checks.h"

namespace dovetail {

/// Ids of interfaces, messages, flows and data items in drafts that no specification has. A family of ids is judged only where a catalogue of it was
/// read. One finding per document and id, further places as notes.
void check_unknown_id(const Review& review, const Rule& rule, Checked& checked);

/// data.name-differs: a data item by a synonym, with other hyphens or capitals, by a message's field, or by no name of the id it stands beside. One
/// finding per document, item and wording; the specification's name is the fix.
void check_name_differs(const Review& review, const Rule& rule, Checked& checked);

/// data.owner-omits: data items and messages that two codes claim, or that the code which owns them has neither in its text nor in a table of data.
/// Absence is judged only where every document of that code is listed and was read.
void check_owner_omits(const Review& review, const Rule& rule, Checked& checked);

/// data.obligation-differs: sentences and rows that require an item which their message's specification makes optional, or the reverse.
void check_data_obligation(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
