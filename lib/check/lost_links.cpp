// Atoms that a draft loses, and the links that led to what it takes out.
#include "check/lost_links.h"

#include <algorithm>

namespace dovetail {
namespace {

bool led_to(const TraceLink& link, const std::string& label) {
  return link.type == "codifies" && link.text == TraceOutcome::orphaned && link.label == label;
}

}  // namespace

bool is_lost(const AtomCoverage& entry) { return (entry.status == CoverageStatus::uncovered || entry.names_alone) && !entry.lost.empty(); }

LostLinks::LostLinks(const Review& review) : review_(review) {
  if (std::none_of(review.rules.begin(), review.rules.end(), [](const Rule& rule) { return rule.id == "coverage.lost"; })) return;
  for (const AtomCoverage& entry : review.corpus.coverage)
    if (is_lost(entry))
      for (const CoverageTarget& target : entry.lost)
        if (target.via.empty()) lost_.emplace(review.units[entry.item.unit].items[entry.item.id].id, entry.code, target.label);
  if (lost_.empty()) return;
  for (const TraceLink& link : review.corpus.traces)
    if (has(link)) of_[link.atom].push_back(&link);
}

bool LostLinks::has(const TraceLink& link) const {
  return led_to(link, link.label) && (lost_.contains({link.atom, link.code, link.label}) || lost_.contains({link.atom, "", link.label}));
}

std::vector<const TraceLink*> LostLinks::of(const AtomCoverage& entry) const {
  std::vector<const TraceLink*> links;
  const std::string& atom = review_.units[entry.item.unit].items[entry.item.id].id;
  if (const auto known = of_.find(atom); known != of_.end())
    for (const TraceLink* link : known->second)
      if (entry.code.empty() || link->code == entry.code) links.push_back(link);
  return links;
}

}  // namespace dovetail
