// Which topic area each atom belongs to.
#include "link/topics.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "link/named_provisions.h"

namespace dovetail {

void name_topics(const Review& review, std::vector<AtomCoverage>& coverage) {
  std::map<std::string, std::string> by_document;
  std::map<std::string, std::set<std::string>> by_code;
  std::set<std::string> everywhere;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    if (input.role != InputRole::draft || input.entry == nullptr || input.entry->topic.empty()) continue;
    const Unit& unit = review.units[Id<Unit>(n)];
    by_document.emplace(document_id(unit), input.entry->topic);
    by_code[code_named(review.project, unit.code)].insert(input.entry->topic);
    everywhere.insert(input.entry->topic);
  }
  if (everywhere.empty()) return;
  using Key = std::pair<std::string, std::string>;  // artefact, code
  std::map<Key, std::map<std::string, std::size_t>> of_artefact;
  const auto item_of = [&](const AtomCoverage& entry) -> const Item& { return review.units[entry.item.unit].items[entry.item.id]; };
  for (AtomCoverage& entry : coverage)
    for (const CoverageTarget& target : entry.targets)
      if (const auto known = by_document.find(target.document_id); known != by_document.end()) {
        if (entry.topic.empty()) entry.topic = known->second;
        ++of_artefact[{item_of(entry).artefact, entry.code}][known->second];
      }
  for (AtomCoverage& entry : coverage) {
    if (!entry.topic.empty() || entry.status == CoverageStatus::not_owed) continue;
    if (const auto known = of_artefact.find({item_of(entry).artefact, entry.code}); known != of_artefact.end()) {
      std::size_t most = 0;
      for (const auto& [topic, count] : known->second)
        if (count > most) most = count, entry.topic = topic;
      continue;
    }
    const auto code = by_code.find(entry.code);
    const auto& topics = code != by_code.end() ? code->second : everywhere;
    if (topics.size() == 1) entry.topic = *topics.begin();
  }
}

}  // namespace dovetail
