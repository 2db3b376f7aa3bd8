// The versions and dates that the rows of an amendment table tell.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/projection.h"

namespace dovetail {

struct HistoryCell {
  bool is_date = false;   // else a version
  std::string value;      // "17.0"; dates as 2020-04-01
  Span span;              // its words, in the projection
  std::uint32_t row = 0;  // from 1
};

/// The cells of versions and dates that a view shows below a header with a version and a date or a reason for it; none for other tables.
std::vector<HistoryCell> history_cells(const Document& document, const Projection& projection, Id<TextTable> table);

}  // namespace dovetail
