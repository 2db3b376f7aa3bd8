// The trace register as it could be: its rows as they are, and a row for each link that only the texts show.
#pragma once

#include <string>
#include <vector>

#include "model/review.h"

namespace dovetail {

struct RegisterProposal {
  std::vector<std::string> columns;            // the register's fields, then whatever other columns its keepers have
  std::vector<std::vector<std::string>> rows;  // those of the register first, word for word; a blank day or hash of a link that stands is filled
  std::vector<std::size_t> struck;             // of them, those that are struck through
  std::size_t proposed = 0;                    // rows that are new, with the status Proposed
};

/// Proposes rows for atoms that a text cites, or a timetable row carries, and that the register does not link there. Words that a person wrote are
/// never changed. `day` is the day of review.
RegisterProposal propose_register(const Review& review, const std::string& day);

}  // namespace dovetail
