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

/// How much of the design the texts carry before the drafts and as proposed: atoms in a code that are covered, partly covered or contested.
struct DraftedCounts {
  std::size_t before = 0, now = 0, added = 0, lost = 0;
};

struct TraceTables {
  StatusGroups by_kind, by_code, by_topic;
  std::map<std::string, std::size_t> atoms_of;                         // each artefact
  std::map<std::string, std::map<std::string, std::size_t>> matrix;    // artefact, document: how many of its atoms the document carries
  std::map<std::string, std::map<std::string, std::size_t>> evidence;  // grade of the strongest evidence, code: covered atoms
  std::map<std::string, std::vector<const AtomCoverage*>> gaps;        // by owner
  std::vector<const TraceLink*> stale;                                 // links that do more than cover
  std::vector<const AtomCoverage*> waived;
  std::map<std::string, DraftedCounts> drafted;  // by code; empty where the drafts add and lose nothing
  std::vector<const AtomCoverage*> turned;       // what they add, and what they lose
  std::array<std::size_t, 4> text{};             // changed provisions by basis
};

TraceTables trace_tables(const Review& review);

/// Whether a status leaves something to do.
bool is_gap(CoverageStatus status);

/// Whether a status says that text carries the atom, wholly or in part.
bool is_carried(CoverageStatus status);

/// What carries an atom that the drafts add, or what carried one that they lose: "XBSCP901 3.1.4"; empty where nothing is known.
std::string bearer_of(const AtomCoverage& entry);

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
