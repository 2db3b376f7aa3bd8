// What the formats of `trace` have in common, counted once.
#include "report/trace_tables.h"

#include <set>

#include "report/wording.h"

namespace dovetail {
namespace {

bool is_gap_word(const std::string& status) {
  for (std::size_t n = 0; n < coverage_status_count; ++n)
    if (name_of(static_cast<CoverageStatus>(n)) == status) return is_gap(static_cast<CoverageStatus>(n));
  return false;
}

std::string name_of_code(const AtomCoverage& entry) { return entry.code.empty() ? "(no code named)" : entry.code; }

void count_drafted(const AtomCoverage& entry, TraceTables& tables) {
  if (entry.status == CoverageStatus::not_owed) return;
  const bool was = is_carried(entry.before), is = is_carried(entry.status);
  DraftedCounts& counts = tables.drafted[name_of_code(entry)];
  counts.before += was ? 1U : 0U;
  counts.now += is ? 1U : 0U;
  counts.added += is && !was ? 1U : 0U;
  counts.lost += was && !is ? 1U : 0U;
  if (was != is) tables.turned.push_back(&entry);
}

void count_entry(const Review& review, const Owners& owners, const AtomCoverage& entry, TraceTables& tables) {
  const auto status = static_cast<std::size_t>(entry.status);
  const Item& item = item_of(review, entry);
  ++tables.by_kind[words_of_kind(item.kind)][status];
  ++tables.by_code[name_of_code(entry)][status];
  count_drafted(entry, tables);
  if (!entry.topic.empty()) ++tables.by_topic[entry.topic][status];
  if (is_gap(entry.status)) tables.gaps[owners.of(entry)].push_back(&entry);
  if (entry.status == CoverageStatus::waived) tables.waived.push_back(&entry);
  if (entry.status != CoverageStatus::covered && entry.status != CoverageStatus::contested) return;
  Evidence best = Evidence::similar;
  for (const CoverageTarget& target : entry.targets) best = std::min(best, target.evidence);
  ++tables.evidence[std::string(name_of(best))][entry.code];
}

}  // namespace

bool is_gap(CoverageStatus status) {
  return status == CoverageStatus::uncovered || status == CoverageStatus::partial || status == CoverageStatus::weak ||
         status == CoverageStatus::pending || status == CoverageStatus::contested;
}

bool is_carried(CoverageStatus status) {
  return status == CoverageStatus::covered || status == CoverageStatus::partial || status == CoverageStatus::contested;
}

std::string bearer_of(const AtomCoverage& entry) {
  const auto& targets = is_carried(entry.status) ? entry.targets : entry.lost;
  if (targets.empty()) return {};
  return targets.front().document_id + (targets.front().label.empty() ? "" : " " + targets.front().label);
}

Owners::Owners(const Review& review) : review_(review) {
  for (const TraceLink& link : review.corpus.traces) {
    const auto owner = review.units[link.row.unit].records[link.row.id].field("owner");
    if (link.atom.empty() || owner.empty()) continue;
    named_.try_emplace({link.atom, link.code}, owner);
    named_.try_emplace({link.atom, std::string()}, owner);
  }
}

std::string Owners::of(const AtomCoverage& entry) const {
  const auto named = named_.find({item_of(review_, entry).id, entry.code});
  if (named != named_.end()) return named->second;
  return entry.code.empty() ? "(nobody named)" : entry.code;
}

TraceTables trace_tables(const Review& review) {
  TraceTables tables;
  const Owners owners(review);
  std::map<std::string, std::set<std::string>> atoms;
  std::map<std::string, std::map<std::string, std::set<std::string>>> carried;
  for (const AtomCoverage& entry : review.corpus.coverage) {
    count_entry(review, owners, entry, tables);
    const Item& item = item_of(review, entry);
    const std::string artefact = item.artefact.empty() ? review.units[entry.item.unit].path : item.artefact;
    atoms[artefact].insert(item.id);
    for (const CoverageTarget& target : entry.targets)
      if (target.outcome != TraceOutcome::orphaned && target.outcome != TraceOutcome::unwanted) carried[artefact][target.document_id].insert(item.id);
  }
  if (tables.turned.empty()) tables.drafted.clear();
  for (const auto& [artefact, ids] : atoms) tables.atoms_of[artefact] = ids.size();
  for (const auto& [artefact, documents] : carried)
    for (const auto& [document, ids] : documents) tables.matrix[artefact][document] = ids.size();
  for (const TraceLink& link : review.corpus.traces)
    if (link.outcome() != TraceOutcome::covers && (link.comparable || link.design != TraceOutcome::covers)) tables.stale.push_back(&link);
  for (const TracedText& text : review.corpus.traced_text) ++tables.text[static_cast<std::size_t>(text.basis)];
  return tables;
}

std::string_view since_then(const Review& review, const AtomCoverage& entry, const TraceBefore& before) {
  const auto then = before.find({item_of(review, entry).id, entry.code});
  const bool was = then != before.end() && is_gap_word(then->second), is = is_gap(entry.status);
  if (is) return was ? "unchanged" : "new";
  return was ? "fixed" : "";
}

SinceCounts count_since(const Review& review, const TraceBefore& before) {
  SinceCounts counts;
  std::set<std::pair<std::string, std::string>> there;
  for (const AtomCoverage& entry : review.corpus.coverage) {
    there.insert({item_of(review, entry).id, entry.code});
    const auto since = since_then(review, entry, before);
    counts.fresh += since == "new" ? 1U : 0U;
    counts.fixed += since == "fixed" ? 1U : 0U;
    counts.unchanged += since == "unchanged" ? 1U : 0U;
  }
  for (const auto& [key, status] : before)
    if (is_gap_word(status) && !there.contains(key)) ++counts.fixed;
  return counts;
}

std::string words_of_basis(const TracedText& text) {
  if (text.basis == TextBasis::untraced) return "traces to nothing";
  if (text.basis != TextBasis::design) return text.reason;
  std::string words;
  for (const std::string& atom : text.atoms) words += (words.empty() ? "" : ", ") + atom;
  return words;
}

}  // namespace dovetail
