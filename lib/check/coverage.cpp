// The family coverage: atoms that no text carries, grouped by requirement.
#include "check/coverage.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "check/atom_finding.h"
#include "check/make_finding.h"
#include "model/obligation.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

class Uncovered {
 public:
  Uncovered(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked) {
    for (const AtomCoverage& entry : review.corpus.coverage) {
      by_atom_[{item(entry).id, entry.code}] = &entry;
      by_item_[entry.item].push_back(&entry);
      if (item(entry).kind == "bp_step")
        for (const std::string& requirement : split_values(item(entry).record.field("requirement_ids"))) steps_[requirement].insert(item(entry).id);
    }
    for (const Rule& other : review.rules) running_.insert(other.id);
    for (const TraceLink& link : review.corpus.traces)
      if (link.text == TraceOutcome::orphaned && link.comparable && link.type == "codifies") orphaned_.insert({link.atom, link.code});
  }

  void run() {
    for (const AtomCoverage& entry : review_.corpus.coverage)
      if (item(entry).kind == "requirement" && is_gap(entry)) report(entry);
    for (const AtomCoverage& entry : review_.corpus.coverage)
      if (item(entry).kind != "requirement" && is_gap(entry) && !told_.contains({item(entry).id, entry.code})) report(entry);
  }

 private:
  const Item& item(const AtomCoverage& entry) const { return review_.units[entry.item.unit].items[entry.item.id]; }

  /// A gap that the project waives is reported too: the waiver then closes the finding, and is known to be used.
  [[nodiscard]] bool is_gap(const AtomCoverage& entry) const {
    if (entry.status == CoverageStatus::uncovered) return !is_told_elsewhere(entry);
    if (entry.status != CoverageStatus::waived) return false;
    return std::any_of(review_.project.waivers.begin(), review_.project.waivers.end(), [&](const Waiver& w) {
      return (w.rule == rule_.id || w.rule == rule_.family()) && !w.atom.empty() && canonical_id(w.atom).canonical == item(entry).id;
    });
  }

  /// One cause, one finding: a link that leads nowhere, and text that the draft takes out, are told where they are to be put right.
  [[nodiscard]] bool is_told_elsewhere(const AtomCoverage& entry) const {
    if (!entry.lost.empty() && running_.contains("coverage.lost")) return true;
    return running_.contains("coverage.dead-provision") && orphaned_.contains({item(entry).id, entry.code});
  }

  [[nodiscard]] std::set<std::string> steps_of(const Item& requirement) const {
    std::set<std::string> steps;
    for (const std::string& id : split_values(requirement.record.field("bp_steps"))) steps.insert(id);
    if (const auto named = steps_.find(requirement.id); named != steps_.end()) steps.insert(named->second.begin(), named->second.end());
    return steps;
  }

  [[nodiscard]] bool is_internal(const AtomCoverage& entry) const {
    const Item& step = item(entry);
    const auto interfaces = step.record.field("interface_ids");
    if (step.kind != "bp_step" || (!trim(interfaces).empty() && !says_not_applicable(interfaces))) return false;
    const auto next = split_values(step.record.field("next_step"));
    return !next.empty() && std::all_of(next.begin(), next.end(), [&](const std::string& id) {
      const auto known = review_.corpus.atoms.find(id);
      if (known == review_.corpus.atoms.end()) return false;
      const Item& following = review_.units[known->second.unit].items[known->second.id];
      return fold_phrase(following.record.field("lane_role")) == fold_phrase(step.record.field("lane_role"));
    });
  }

  [[nodiscard]] Severity severity(const AtomCoverage& entry) const {
    const Strength strength = owed(item(entry).record.field("obligation"));
    if (is_internal(entry) || strength == Strength::may) return Severity::note;
    if (strength == Strength::should) return std::min(rule_.severity, Severity::warning);
    return rule_.severity;
  }

  /// Where the atom does stand: in the other codes.
  [[nodiscard]] std::string elsewhere(const AtomCoverage& entry) const {
    const auto all = by_item_.find(entry.item);
    for (const AtomCoverage* other : all == by_item_.end() ? std::vector<const AtomCoverage*>() : all->second)
      if (other->code != entry.code && other->status == CoverageStatus::covered && !other->targets.empty())
        return "; " + other->targets.front().document_id + " " + other->targets.front().label + " carries it for " + other->code;
    return {};
  }

  void report(const AtomCoverage& entry) {
    const Item& atom = item(entry);
    Finding finding = atom_finding(review_, rule_, entry.item);
    finding.severity = severity(entry);
    finding.key = entry.code.empty() ? atom.id : atom.id + " " + entry.code;
    const std::string what = atom.id + (atom.version.empty() ? std::string() : " v" + atom.version);
    finding.message = entry.code.empty() ? what + " names no code, and no text was found for it"
                                         : fill(rule_.message, {{"atom", what}, {"code", entry.code}, {"label", atom.id}});
    finding.message += " (register, ids, tables and names searched)" + elsewhere(entry);
    if (atom.kind == "requirement") add_steps(entry, finding);
    add_lost_links(entry, finding);
    checked_.findings.push_back(std::move(finding));
  }

  void add_steps(const AtomCoverage& entry, Finding& finding) {
    for (const std::string& id : steps_of(item(entry))) {
      const auto known = by_atom_.find({id, entry.code});
      if (known == by_atom_.end() || known->second->status != CoverageStatus::uncovered) continue;
      const Item& step = item(*known->second);
      finding.notes.push_back({{review_.units[known->second->item.unit].document, step.record.span}, id, "its step " + id + " has no text either"});
      told_.emplace(id, entry.code);
    }
  }

  /// Links that the register has and that lead nowhere.
  void add_lost_links(const AtomCoverage& entry, Finding& finding) const {
    for (const CoverageTarget& target : entry.targets)
      if (target.outcome == TraceOutcome::orphaned)
        finding.notes.push_back(
            {target.place, target.label, "the register names " + target.document_id + " " + target.label + ", which is not there"});
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  std::map<std::pair<std::string, std::string>, const AtomCoverage*> by_atom_;
  std::map<In<Item>, std::vector<const AtomCoverage*>> by_item_;
  std::map<std::string, std::set<std::string>> steps_;  // of each requirement, as the steps say
  std::set<std::string> running_;                       // rules of this run
  std::set<std::pair<std::string, std::string>> orphaned_, told_;
};

}  // namespace

void check_uncovered_atom(const Review& review, const Rule& rule, Checked& checked) {
  if (review.corpus.atoms.empty()) {
    checked.blocked.push_back({rule.id, "no design was read"});
    return;
  }
  Uncovered(review, rule, checked).run();
}

}  // namespace dovetail
