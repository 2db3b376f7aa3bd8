// Tables that tell the history of a document: what they say was true once.
#pragma once

#include "model/document.h"

namespace dovetail {

/// Whether a table is an amendment record, change history or summary page: its first row has a column of versions and one of reasons.
bool is_history_table(const Document& document, Id<TextTable> table);

}  // namespace dovetail
