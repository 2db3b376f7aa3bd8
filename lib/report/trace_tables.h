// What the formats of `trace` have in common, counted once.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/trace.h"

namespace dovetail {

using StatusCounts = std::array<std::size_t, coverage_status_count>;
using StatusGroups = std::map<std::string, StatusCounts>;

struct TraceTables {
  StatusGroups by_kind, by_code, by_topic;
  std::map<std::string, std::size_t> atoms_of;                         // each artefact
  std::map<std::string, std::map<std::string, std::size_t>> matrix;    // artefact, document: how many of its atoms the document carries
  std::map<std::string, std::map<std::string, std::size_t>> evidence;  // grade of the strongest evidence, code: covered atoms
  std::map<std::string, std::vector<const AtomCoverage*>> gaps;        // by owner
  std::vector<const TraceLink*> stale;                                 // links that do more than cover
  std::vector<const AtomCoverage*> waived;
  std::array<std::size_t, 4> text{};  // changed provisions by basis
};

TraceTables trace_tables(const Review& review);

/// Whether a status leaves something to do.
bool is_gap(CoverageStatus status);

/// Who has to close a gap: the owner that the trace register names, else the code.
class Owners {
 public:
  explicit Owners(const Review& review);
  [[nodiscard]] std::string of(const AtomCoverage& entry) const;

 private:
  const Review& review_;
  std::map<std::pair<std::string, std::string>, std::string> named_;  // by atom and code; an empty code: any
};

/// What became of a gap since an earlier run: "new", "fixed", "unchanged"; empty where it was none and is none.
std::string_view since_then(const Review& review, const AtomCoverage& entry, const TraceBefore& before);

struct SinceCounts {
  std::size_t fresh = 0, fixed = 0, unchanged = 0;
};

/// Gaps now and then. Those of the earlier run whose atom or code is there no more are fixed too.
SinceCounts count_since(const Review& review, const TraceBefore& before);

/// What a changed provision rests on: the atoms, the declared basis, or that it traces to nothing.
std::string words_of_basis(const TracedText& text);

}  // namespace dovetail
