// Atoms that a draft loses, and the links of the register that led to the text it takes out.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// Whether the draft takes out all that carried the atom in that code.
bool is_lost(const AtomCoverage& entry);

/// Where coverage.lost speaks of a deletion, the links to what is deleted are an effect of it and no cause of their own.
class LostLinks {
 public:
  explicit LostLinks(const Review& review);

  /// Whether a link leads to text whose deletion coverage.lost reports, in this run.
  [[nodiscard]] bool has(const TraceLink& link) const;
  /// The links that led to what carried the atom.
  [[nodiscard]] std::vector<const TraceLink*> of(const AtomCoverage& entry) const;

 private:
  const Review& review_;
  std::set<std::tuple<std::string, std::string, std::string>> lost_;  // atom, code, label
  std::map<std::string, std::vector<const TraceLink*>> of_;           // links that led to what is lost, by atom
};

}  // namespace dovetail
