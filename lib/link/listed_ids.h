// Which ids the design would have if they were there: an id of a list that was read as a whole, and is not in it, is unknown.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "model/review.h"

namespace dovetail {

class ListedIds {
 public:
  /// Holds on to the atoms.
  ListedIds(const Review& review, const std::map<std::string, In<Item>>& atoms);

  /// Whether an id that a register's row names is of a list that was read as a whole, and not in it. Never of artefacts, nor where some design was
  /// not read.
  [[nodiscard]] bool lacks(const std::string& atom, const Record& row) const;

 private:
  const std::map<std::string, In<Item>>& atoms_;
  bool whole_ = true;
  std::set<std::string> artefacts_;
  std::set<std::pair<std::string, std::string>> stems_, listed_;  // kind and stem, kind and artefact
};

}  // namespace dovetail
