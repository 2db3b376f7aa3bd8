// Counts what linking has found of each draft.
#include "report/changes.h"

#include <algorithm>

namespace dovetail {
namespace {

ChangeSummary summary_of(const Review& review, const DraftChanges& draft) {
  ChangeSummary summary;
  summary.draft = &draft;
  for (const DraftedProvision& provision : draft.provisions) {
    ++summary.fates.at(static_cast<std::size_t>(provision.fate));
    for (const std::string& author : provision.authors) ++summary.authors[author];
    for (const std::string& id : provision.change_ids) ++summary.change_ids[id];
  }
  if (const DocumentEntry* entry = review.inputs[draft.unit.value].entry) summary.declared = entry->changes;
  for (const Finding& finding : review.findings) {
    if (finding.place.document != review.units[draft.unit].document) continue;
    if (finding.rule == "change.out-of-scope") summary.outside.push_back(finding.label);
    if (finding.rule == "change.unmarked") ++summary.unmarked;
  }
  return summary;
}

std::string counted(const std::map<std::string, std::size_t>& names) {
  std::string text;
  for (const auto& [name, count] : names) text += (text.empty() ? "" : ", ") + name + " (" + std::to_string(count) + ")";
  return text;
}

}  // namespace

std::vector<ChangeSummary> summarise_changes(const Review& review) {
  std::vector<ChangeSummary> all;
  for (const DraftChanges& draft : review.corpus.changes)
    if (!draft.provisions.empty()) all.push_back(summary_of(review, draft));
  return all;
}

std::string change_line(const ChangeSummary& summary) {
  const auto of = [&](ProvisionFate fate) { return std::to_string(summary.fates.at(static_cast<std::size_t>(fate))); };
  std::string text = of(ProvisionFate::added) + " new, " + of(ProvisionFate::changed) + " changed, " + of(ProvisionFate::deleted) + " deleted, " +
                     of(ProvisionFate::moved) + " moved and " + of(ProvisionFate::renumbered) + " only renumbered provisions";
  if (!summary.authors.empty()) text += "; by " + counted(summary.authors);
  if (!summary.change_ids.empty()) text += "; for " + counted(summary.change_ids);
  if (summary.declared.empty()) return text;
  std::string outside;
  for (const std::string& label : summary.outside) outside += (outside.empty() ? "" : ", ") + (label.empty() ? "front matter" : label);
  return text + "; declared scope " + (outside.empty() ? "kept" : "left in " + outside);
}

}  // namespace dovetail
