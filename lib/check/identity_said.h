// What a document says of itself at several places, and what most of them say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// "the cover", "a statement in front", "a header": where something is said.
std::string_view place_name(Statement::Where where);

/// Whether two values cannot both be right: ids of one kind, versions that can be compared, dates.
bool differ(Statement::What what, const std::string& a, const std::string& b);

/// Whether the line that a statement stands in speaks of a draft: its version is the draft's, not the code's.
bool speaks_of_draft(const Unit& unit, const Statement& statement);

/// What is said of the document itself in the proposed view, outside history and contents, in order of the text.
std::vector<const Statement*> said_of_itself(const Unit& unit, Statement::What what);

/// The version rows of the amendment history in the proposed view, in order of the text, and which of them is the newest (null for none, and where
/// versions cannot be compared). `wrong`: the first row that is out of order; null for none.
struct HistoryRows {
  std::vector<const Statement*> rows;
  const Statement* newest = nullptr;
  const Statement* wrong = nullptr;
  const Statement* before_wrong = nullptr;
};
HistoryRows history_rows(const Unit& unit);

/// The first statement of the value that most places of a document give; where two have as many, that of the history's newest row, else the first.
/// Null where nothing is said.
const Statement* agreed(const Unit& unit, Statement::What what);

/// Calls `work` with each draft whose layout was read.
template <class Work>
void each_draft(const Review& review, const Work& work) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::draft && review.units[Id<Unit>(n)].has_body && !review.units[Id<Unit>(n)].lost.layout) work(Id<Unit>(n));
}

}  // namespace dovetail
