// Which release of the design each draft reflects.
#include "link/releases.h"

#include "link/documents.h"
#include "link/named_provisions.h"

namespace dovetail {

DraftReleases::DraftReleases(const Review& review) : review_(review) {
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records)
      if (record.kind == "versions" && !record.struck)
        said_[name_key(code_named(review.project, record.field("code"))) + "|" + name_key(record.field("code_doc"))] = record.field("design_release");
}

std::string DraftReleases::of(Id<Unit> id) const {
  const DocumentEntry* entry = id.value < review_.inputs.size() ? review_.inputs[id.value].entry : nullptr;
  if (entry != nullptr && !entry->release.empty()) return entry->release;
  if (said_.empty()) return review_.project.release;
  const Unit& unit = review_.units[id];
  const std::string code = name_key(code_named(review_.project, unit.code.empty() && entry ? entry->code : unit.code));
  for (const std::string& key : {code + "|" + name_key(unit.id), "|" + name_key(unit.id)})
    if (const auto known = said_.find(key); known != said_.end() && !known->second.empty()) return known->second;
  return review_.project.release;
}

}  // namespace dovetail
