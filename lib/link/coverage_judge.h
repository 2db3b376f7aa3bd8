// From evidence to statuses: own evidence first, then steps and children, then requirements, then what is waived, not due or in dispute.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "link/atom_graph.h"
#include "link/evidence.h"
#include "link/open_comments.h"
#include "link/pending.h"
#include "model/review.h"

namespace dovetail {

/// An atom in one code, while its status is worked out.
struct CoverageSlot {
  In<Item> item;
  const Item* atom = nullptr;
  std::string code;
  CoverageStatus status = CoverageStatus::uncovered;
  std::string reason;
  std::vector<CoverageTarget> targets;
  bool own = false;            // some evidence of its own carries it whole
  bool low = false;            // nothing but names
  bool other_parties = false;  // … and some row has its message between other parties
};

using CoverageSlots = std::map<std::pair<std::string, std::string>, CoverageSlot>;  // by atom and code

/// Whether atoms of a kind must stand in code text: requirements, steps, and what `expect:` names.
bool is_owed(const Project& project, const std::string& kind);

/// The statuses that evidence alone gives.
CoverageSlots judge_evidence(const Review& review, const AtomGraph& graph, const EvidenceTable& evidence);

/// What is still open may be waived, or not to be judged yet; what is covered may be in dispute.
class CoverageSettler {
 public:
  /// `unrelated`: design files of which nobody said, and nothing shows, that these texts must reflect them.
  CoverageSettler(const Review& review, const AtomGraph& graph, const TraceRegister& traces, OpenComments comments, std::set<Id<Unit>> unrelated);
  void settle(CoverageSlot& slot) const;

 private:
  [[nodiscard]] std::string waiver(const std::string& atom, const std::string& code) const;
  [[nodiscard]] std::string waived_through(const CoverageSlot& slot) const;
  void dispute(CoverageSlot& slot) const;

  struct TraceWaiver {
    std::string code, reason;  // code empty: in no code
  };
  const Review& review_;
  const AtomGraph& graph_;
  PendingReasons pending_;
  OpenComments comments_;
  std::set<Id<Unit>> unrelated_;
  std::map<std::string, std::vector<TraceWaiver>> waivers_;  // of the trace register, by atom
};

}  // namespace dovetail
