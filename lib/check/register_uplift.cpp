// Agreed changes of the design that the text has not taken up.
#include <algorithm>
#include <string>
#include <vector>

#include "check/atom_finding.h"
#include "check/make_finding.h"
#include "check/register.h"
#include "check/register_places.h"
#include "model/locate.h"
#include "model/standing.h"
#include "text/ids.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

struct Carried {
  Id<Unit> unit;
  Id<Provision> provision;
  std::string name;  // "XBSCP901 3.1.4"
};

/// The provisions of drafts that carry an atom by themselves: by register, id or row.
std::vector<Carried> carriers_of(const Review& review, const std::string& atom) {
  std::vector<Carried> all;
  for (const AtomCoverage& entry : review.corpus.coverage) {
    if (review.units[entry.item.unit].items[entry.item.id].id != atom) continue;
    for (const CoverageTarget& target : entry.targets) {
      if (!target.via.empty() || target.evidence > Evidence::structured || target.label.empty()) continue;
      if (target.outcome == TraceOutcome::orphaned || target.outcome == TraceOutcome::ambiguous || target.outcome == TraceOutcome::unwanted) continue;
      const Id<Unit> unit(target.place.document.value);
      if (review.inputs[unit.value].role != InputRole::draft) continue;
      const Id<Provision> provision = provision_at(review.units[unit], View::proposed, target.place.span.begin);
      const auto is_it = [&](const Carried& c) { return c.unit == unit && c.provision == provision; };
      if (provision && std::none_of(all.begin(), all.end(), is_it)) all.push_back({unit, provision, target.document_id + " " + target.label});
    }
  }
  return all;
}

class Uplifts {
 public:
  Uplifts(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked), places_(review) {}

  void run() {
    for (std::uint32_t n = 0; n < review_.units.size(); ++n)
      for (const Record& change : review_.units[Id<Unit>(n)].records) {
        if (change.kind != "changes" || !is_agreed_change(change) || says_no_design_change(change)) continue;
        for (const std::string& atom : split_values(change.field("atom_ids"))) judge(Id<Unit>(n), change, atom);
      }
  }

 private:
  void judge(Id<Unit> where, const Record& change, const std::string& atom) {
    std::vector<std::string> unchanged;
    for (const Carried& carried : carriers_of(review_, atom)) {
      if (!places_.changes_known(carried.unit)) return;
      if (places_.is_touched(carried.unit, carried.provision)) return;
      if (!is_for(change, carried.unit) || is_confirmed(change, atom, carried)) return;
      unchanged.push_back(carried.name);
    }
    if (unchanged.empty()) return;
    Finding finding = table_finding(review_, rule_, where, change.span, row_id(change));
    finding.atom = atom;
    finding.key = finding.label + " " + atom;
    finding.message = fill(rule_.message, {{"label", finding.label}, {"atom", atom}, {"target", some_of(unchanged)}});
    for (const Carried& carried : carriers_of(review_, atom))
      finding.notes.push_back({{review_.units[carried.unit].document, review_.units[carried.unit].provisions[carried.provision].span},
                               review_.units[carried.unit].provisions[carried.provision].label[index(View::proposed)],
                               "unchanged"});
    checked_.findings.push_back(std::move(finding));
  }

  /// A change of a later release than the draft reflects is not due yet.
  [[nodiscard]] bool is_for(const Record& change, Id<Unit> draft) const {
    const DocumentEntry* entry = review_.inputs[draft.value].entry;
    const std::string release = entry != nullptr && !entry->release.empty() ? entry->release : review_.project.release;
    const auto order = compare_releases(change.field("release"), release, review_.project.releases);
    return !order || *order <= 0;
  }

  /// Somebody looked at the provision with the change in mind, and approved the link.
  [[nodiscard]] bool is_confirmed(const Record& change, const std::string& atom, const Carried& carried) const {
    for (const TraceLink& link : review_.corpus.traces) {
      if (link.atom != atom || link.unit != carried.unit || link.provision != carried.provision) continue;
      const Record& row = review_.units[link.row.unit].records[link.row.id];
      const auto order = compare_versions(row.field("atom_version"), change.field("to_version"));
      const auto decided = trim(change.field("decided_on")), seen = trim(row.field("reviewed_on"));
      const bool approved = fold_phrase(row.field("status")) == "approved";
      if (approved && order && *order >= 0 && !decided.empty() && !seen.empty() && seen >= decided) return true;
    }
    return false;
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  RegisterPlaces places_;
};

}  // namespace

void check_missed_uplift(const Review& review, const Rule& rule, Checked& checked) {
  if (!has_records(review, "changes")) {
    checked.blocked.push_back({rule.id, "no change log"});
    return;
  }
  Uplifts(review, rule, checked).run();
}

}  // namespace dovetail
