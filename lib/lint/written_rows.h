// The rows of a register as the people who keep it wrote them: every cell of theirs, also in columns that no mapping knows.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// A row, cell by cell.
struct WrittenRow {
  std::map<std::string, std::string> fields;                // by the mapping's name of the field; those that have a column
  std::vector<std::pair<std::string, std::string>> others;  // head and words of every other column, in order
};

/// The rows of a register of a kind ("trace"), by the place of their records. Records that do not come out of a table have none.
std::map<std::uint32_t, WrittenRow> written_rows(const Review& review, Id<Unit> unit, std::string_view kind);

}  // namespace dovetail
