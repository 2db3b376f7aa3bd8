// The trace register's rows, each judged: what it says, where that stands now, and whether the design has moved on.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "link/named_provisions.h"
#include "model/review.h"
#include "model/standing.h"

namespace dovetail {

struct TraceRegister {
  std::vector<TraceLink> links;                             // in order of the inputs and their rows
  std::map<std::string, std::set<std::string>> not_loaded;  // by atom id: documents that the register names and that were not read
  bool unreadable = false;                                  // a trace register was given and could not be used
};

/// Reads all trace registers. Rows that are struck, rejected or withdrawn are left out. Of the corpus roles, atoms, references and comparisons are
/// read.
TraceRegister read_trace_register(const Review& review, const Corpus& corpus, NamedProvisions& names);

}  // namespace dovetail
