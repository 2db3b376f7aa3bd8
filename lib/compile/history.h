// Tables that tell the history of a document: what they say was true once.
#pragma once

#include <string_view>

#include "model/document.h"

namespace dovetail {

/// Whether a table is an amendment record, change history or summary page: its first row has a column of versions and one of reasons.
bool is_history_table(const Document& document, Id<TextTable> table);

/// The same for a line of a text whose tables are lines: its words name a column of versions first and one of reasons.
bool is_history_header(std::string_view line);

/// Whether a line under such a header can be a row: a version and what stands where a date does ("1.0 N/A Initial draft", "v2.1 01/09/2025 CP12").
bool is_history_row(std::string_view line);

}  // namespace dovetail
