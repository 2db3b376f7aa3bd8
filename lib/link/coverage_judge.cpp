// From evidence to statuses.
#include "link/coverage_judge.h"

#include <algorithm>

#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

class EvidenceJudge {
 public:
  EvidenceJudge(const Review& review, const AtomGraph& graph, const EvidenceTable& evidence) : review_(review), graph_(graph), evidence_(evidence) {}

  CoverageSlots run() {
    for (const auto& [id, in] : graph_.atoms()) {
      const Item& atom = graph_.item(in);
      if (!is_owed(review_.project, atom.kind) || is_withdrawn(atom)) continue;
      for (const std::string& code : graph_.codes_of(atom)) slots_[{id, code}] = CoverageSlot{in, &atom, code, CoverageStatus::uncovered, {}, {}};
    }
    for (auto& [key, slot] : slots_) take_own_evidence(slot);
    for (CoverageSlot* slot : children_first()) take_parts(*slot);
    for (auto& [key, slot] : slots_) take_from_requirements(slot);
    for (auto& [key, slot] : slots_) take_alternatives(slot);
    return std::move(slots_);
  }

 private:
  void take_own_evidence(CoverageSlot& slot) {
    const auto found = evidence_.find(slot.atom->id);
    if (found == evidence_.end()) return;
    bool some = false, soft = false, named = false, other_parties = false, twice = false, old_link = false;
    std::string unclear;
    for (const Found& f : found->second) {
      if (!slot.code.empty() && f.code != slot.code) continue;
      if (f.target.evidence == Evidence::named && (slot.own || some || soft)) continue;
      slot.targets.push_back(f.target);
      if (f.target.outcome == TraceOutcome::ambiguous) twice = twice || f.why.empty(), unclear = f.why;
      if (!carries(f)) continue;
      other_parties = other_parties || f.other_parties;
      if (f.soft)
        (f.target.evidence == Evidence::named ? named : soft) = true, old_link = old_link || f.target.outcome == TraceOutcome::outdated;
      else
        (f.partial ? some : slot.own) = true;
    }
    if (slot.own)
      slot.status = CoverageStatus::covered;
    else if (some)
      slot.status = CoverageStatus::partial, slot.reason = "only part of it is carried";
    else if (soft)
      slot.status = CoverageStatus::weak,
      slot.reason = old_link ? "its link is older than what it links" : "the text that it links has changed since its review";
    else if (twice)
      slot.status = CoverageStatus::weak, slot.reason = "the provision that is named stands more than once";
    else if (named)
      take_names(slot, other_parties);
    else if (!unclear.empty())
      slot.status = CoverageStatus::pending, slot.reason = unclear;
  }

  static void take_names(CoverageSlot& slot, bool other_parties) {
    slot.status = CoverageStatus::weak;
    slot.low = true;
    slot.other_parties = other_parties;
    slot.reason = other_parties ? "a row has its message, between other parties" : "names alone stand in the text";
  }

  /// Requirements so that children come before their parents; those in a cycle come in any fixed order.
  [[nodiscard]] std::vector<CoverageSlot*> children_first() {
    std::vector<std::pair<int, CoverageSlot*>> order;
    for (auto& [key, slot] : slots_)
      if (slot.atom->kind == "requirement") order.emplace_back(-graph_.depth_of(*slot.atom), &slot);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<CoverageSlot*> slots;
    for (const auto& [depth, slot] : order) slots.push_back(slot);
    return slots;
  }

  /// What its steps and children carry: all of them makes it covered, some partial.
  void take_parts(CoverageSlot& slot) {
    if (slot.own) return;
    std::size_t parts = 0, whole = 0;
    bool some = slot.status == CoverageStatus::partial, weak = false;
    const auto take = [&](const std::set<std::string>& ids) {
      for (const std::string& id : ids) {
        const auto part = slots_.find({id, slot.code});
        if (part == slots_.end()) continue;
        ++parts;
        const CoverageStatus status = part->second.status;
        if (status == CoverageStatus::covered) ++whole;
        some = some || status == CoverageStatus::covered || status == CoverageStatus::partial;
        weak = weak || (status == CoverageStatus::weak && (!part->second.low || part->second.other_parties));
        for (const CoverageTarget& target : part->second.targets) add_part(slot, target, id);
      }
    };
    take(graph_.steps_of(slot.atom->id));
    take(graph_.children_of(slot.atom->id));
    if (parts > 0 && whole == parts) {
      slot.status = CoverageStatus::covered;
      slot.reason.clear();
      slot.low = false;
    } else if (some) {
      slot.status = CoverageStatus::partial;
      slot.low = false;
      if (parts > 0) slot.reason = std::to_string(whole) + " of " + std::to_string(parts) + " parts are carried";
    } else if (weak && (slot.status == CoverageStatus::uncovered || slot.low)) {
      slot.status = CoverageStatus::weak;
      slot.low = false;
      slot.reason = "what carries its parts is weak";
    }
  }

  /// What carries a part, once however many ways lead to it; names count for nothing where something better does.
  static void add_part(CoverageSlot& slot, CoverageTarget target, const std::string& through) {
    const auto is_it = [&](const CoverageTarget& t) {
      return t.place == target.place && t.label == target.label && t.evidence == target.evidence && t.outcome == target.outcome;
    };
    if (target.evidence == Evidence::named && !slot.low && !slot.targets.empty()) return;
    if (target.evidence != Evidence::named) std::erase_if(slot.targets, [](const CoverageTarget& t) { return t.evidence == Evidence::named; });
    if (std::any_of(slot.targets.begin(), slot.targets.end(), is_it)) return;
    if (target.via.empty()) target.via = through;
    slot.targets.push_back(std::move(target));
  }

  /// A step without text of its own whose requirements are all carried directly: weak, through them.
  void take_from_requirements(CoverageSlot& slot) {
    if (slot.atom->kind != "bp_step" || (slot.status != CoverageStatus::uncovered && !slot.low)) return;
    const auto& carried = graph_.requirements_of(slot.atom->id);
    if (carried.empty()) return;
    std::vector<CoverageTarget> targets;
    for (const std::string& requirement : carried) {
      const auto above = slots_.find({requirement, slot.code});
      if (above == slots_.end() || !above->second.own) return;
      for (CoverageTarget target : above->second.targets) {
        target.via = requirement;
        targets.push_back(std::move(target));
      }
    }
    slot.status = CoverageStatus::weak;
    slot.low = false;
    slot.reason = "carried through its requirement alone";
    slot.targets = std::move(targets);
  }

  /// `or:` of an expectation: the coverage of related atoms of another kind counts as well.
  void take_alternatives(CoverageSlot& slot) {
    if (slot.status == CoverageStatus::covered) return;
    for (const Expectation& expectation : review_.project.expectations) {
      if (expectation.kind != slot.atom->kind || expectation.instead.empty()) continue;
      for (const std::string& id : graph_.related(slot.atom->id)) {
        const auto other = slots_.find({id, slot.code});
        if (other == slots_.end() || other->second.status != CoverageStatus::covered) continue;
        if (std::find(expectation.instead.begin(), expectation.instead.end(), other->second.atom->kind) == expectation.instead.end()) continue;
        slot.status = CoverageStatus::covered;
        slot.low = false;
        slot.reason.clear();
        for (CoverageTarget target : other->second.targets) {
          target.via = id;
          if (std::none_of(slot.targets.begin(), slot.targets.end(), [&](const CoverageTarget& t) { return t.via == id && t.label == target.label; }))
            slot.targets.push_back(std::move(target));
        }
      }
    }
  }

  const Review& review_;
  const AtomGraph& graph_;
  const EvidenceTable& evidence_;
  CoverageSlots slots_;
};

}  // namespace

bool is_owed(const Project& project, const std::string& kind) {
  if (kind == "requirement" || kind == "bp_step") return true;
  return std::any_of(project.expectations.begin(), project.expectations.end(), [&](const Expectation& e) { return e.kind == kind; });
}

CoverageSlots judge_evidence(const Review& review, const AtomGraph& graph, const EvidenceTable& evidence) {
  return EvidenceJudge(review, graph, evidence).run();
}

CoverageSettler::CoverageSettler(const Review& review, const AtomGraph& graph, const TraceRegister& traces, OpenComments comments,
                                 std::set<Id<Unit>> unrelated)
    : review_(review), graph_(graph), pending_(review, traces), comments_(std::move(comments)), unrelated_(std::move(unrelated)) {
  for (const TraceLink& link : traces.links)
    if (link.type == "not_codified" && !link.atom.empty())
      waivers_[link.atom].push_back({link.code, link.reason.empty() ? "not codified, as the trace register says" : link.reason});
}

void CoverageSettler::settle(CoverageSlot& slot) const {
  if (slot.status == CoverageStatus::covered) return dispute(slot);
  if (slot.status != CoverageStatus::uncovered && !slot.low) return;
  if (const std::string reason = waiver(slot.atom->id, slot.code); !reason.empty()) {
    slot.status = CoverageStatus::waived;
    slot.reason = reason;
  } else if (const std::string through = waived_through(slot); !through.empty()) {
    slot.status = CoverageStatus::waived;
    slot.reason = through;
  } else if (const std::string why = pending_.reason(*slot.atom, slot.code, graph_.codes_of(*slot.atom)); !why.empty()) {
    slot.status = CoverageStatus::pending;
    slot.reason = why;
  } else if (unrelated_.contains(slot.item.unit)) {
    slot.status = CoverageStatus::pending;
    slot.reason = "no project says that this file is to be reflected, and nothing of it was found in any text";
  }
}

/// Covered text is contested where an open comment names the atom, or sits on everything that carries it.
void CoverageSettler::dispute(CoverageSlot& slot) const {
  if (comments_.places.empty() && comments_.atoms.empty()) return;
  if (const auto named = comments_.atoms.find(slot.atom->id); named != comments_.atoms.end()) {
    slot.status = CoverageStatus::contested;
    slot.reason = "comment " + named->second + " is open";
    return;
  }
  std::string comment;
  for (const CoverageTarget& target : slot.targets) {
    if (target.outcome == TraceOutcome::orphaned || target.outcome == TraceOutcome::ambiguous || target.evidence >= Evidence::named) continue;
    const auto open = comments_.places.find({target.place.document, target.label});
    if (open == comments_.places.end()) return;
    comment = open->second;
  }
  if (comment.empty()) return;
  slot.status = CoverageStatus::contested;
  slot.reason = "comment " + comment + " is open";
}

std::string CoverageSettler::waiver(const std::string& atom, const std::string& code) const {
  if (const auto known = waivers_.find(atom); known != waivers_.end())
    for (const TraceWaiver& w : known->second)
      if (w.code.empty() || code.empty() || w.code == code) return w.reason;
  for (const Waiver& w : review_.project.waivers) {
    const bool expired = !w.until.empty() && !review_.project.as_of.empty() && w.until < review_.project.as_of;
    if (!expired && (w.rule == "coverage.uncovered" || w.rule == "coverage") && !w.atom.empty() && canonical_id(w.atom).canonical == atom)
      return w.reason;
  }
  return {};
}

/// A step that sends something is waived with the requirements it carries; an internal one is only ever a note.
std::string CoverageSettler::waived_through(const CoverageSlot& slot) const {
  const auto interfaces = slot.atom->record.field("interface_ids");
  if (slot.atom->kind != "bp_step" || trim(interfaces).empty() || says_not_applicable(interfaces)) return {};
  std::string reason;
  for (const std::string& requirement : graph_.requirements_of(slot.atom->id)) {
    const std::string why = waiver(requirement, slot.code);
    if (why.empty()) return {};
    reason = requirement + ": " + why;
  }
  return reason;
}

}  // namespace dovetail
