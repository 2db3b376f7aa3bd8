// Whether an atom of the design changed since a version that somebody pinned.
#include "link/atom_changes.h"

#include <algorithm>
#include <array>

#include "base/sha256.h"
#include "model/standing.h"
#include "text/ids.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

/// Kinds of atom whose version column is their own and not that of the artefact they stand in.
constexpr std::array versioned{"interface", "data_item", "message"};

}  // namespace

AtomChanges::AtomChanges(const Review& review) : review_(review) {
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records) {
      if (record.kind != "changes" || !is_agreed_change(record) || says_no_design_change(record)) continue;
      by_id_[std::string(record.field("change_id"))].push_back(&record);
      for (const std::string& atom : split_values(record.field("atom_ids"))) by_atom_[atom].push_back(&record);
    }
}

/// A change whose result is newer than what is pinned; where it names no version, a later release, or a later day.
bool AtomChanges::is_later(const Record& change, const Pin& pin) const {
  if (const auto order = compare_versions(change.field("to_version"), pin.version)) return *order > 0;
  if (const auto order = compare_releases(change.field("release"), pin.release, review_.project.releases)) return *order > 0;
  const std::string_view decided = trim(change.field("decided_on")), seen = trim(pin.day);
  return !decided.empty() && !seen.empty() && decided > seen;
}

AtomChange AtomChanges::since(const Item& item, const Pin& pin) const {
  AtomChange found;
  const auto take = [&](const std::vector<const Record*>& changes) {
    for (const Record* change : changes)
      if (is_later(*change, pin)) found.ids.emplace_back(change->field("change_id"));
  };
  if (const auto named = by_atom_.find(item.id); named != by_atom_.end()) take(named->second);
  for (const std::string& id : split_values(item.record.field("change_ref")))
    if (const auto known = by_id_.find(canonical_id(id).canonical); known != by_id_.end())
      take(known->second);
    else if (const auto raw = by_id_.find(id); raw != by_id_.end())
      take(raw->second);
  std::sort(found.ids.begin(), found.ids.end());
  found.ids.erase(std::unique(found.ids.begin(), found.ids.end()), found.ids.end());
  found.changed = !found.ids.empty();
  if (std::find(versioned.begin(), versioned.end(), item.kind) != versioned.end() && !item.record.field("version").empty())
    if (const auto order = compare_versions(item.version, pin.version); order && *order > 0) found.changed = true;
  if (const auto order = compare_releases(item.record.field("release"), pin.release, review_.project.releases); order && *order > 0)
    found.changed = true;
  const std::string before = fold(trim(item.record.field("text_hash_prev")));
  if (before.size() >= 4 && !sha256_hex(squeeze(item.text)).starts_with(before)) found.changed = true;
  return found;
}

}  // namespace dovetail
