// Resolves the references of all texts, a text at a time.
#include "link/provisions.h"

#include <map>

#include "base/parallel.h"
#include "link/resolver.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The expressions of each profile in use, compiled once.
Resolver::NamesOfProfiles names_of_profiles(const Review& review) {
  Resolver::NamesOfProfiles names;
  for (const auto& input : review.inputs) {
    if (!input.profile) continue;
    const auto [at, fresh] = names.try_emplace(input.profile);
    if (!fresh) continue;
    for (const auto& name : input.profile->instrument_names)
      if (auto pattern = Pattern::compile(name, true)) at->second.instruments.push_back(std::move(*pattern));
    for (const auto& division : input.profile->divisions)
      if (fold(division.keyword) == "section")
        if (auto pattern = Pattern::compile(division.number)) at->second.sections.push_back(std::move(*pattern));
  }
  return names;
}

}  // namespace

std::vector<std::array<std::vector<ReferenceLink>, 2>> link_references(const Review& review, const DocumentIndex& documents, unsigned threads) {
  const std::size_t count = review.units.size();
  LabelIndexes labels(count);
  parallel_for(count, threads, [&](std::size_t i) {
    const auto& unit = review.units[Table<Unit>::id_at(i)];
    const auto now = std::make_shared<const LabelIndex>(unit, View::proposed);
    labels[i] = {unit.has_changes ? std::make_shared<const LabelIndex>(unit, View::baseline) : now, now};
  });
  // Where no document has changes, what holds in one view holds in the other.
  const bool one_view = std::none_of(review.units.begin(), review.units.end(), [](const Unit& unit) { return unit.has_changes; });
  const auto names = names_of_profiles(review);
  std::vector<std::array<std::vector<ReferenceLink>, 2>> links(count);
  parallel_for(count, threads, [&](std::size_t i) {
    const auto id = Table<Unit>::id_at(i);
    const auto& unit = review.units[id];
    const bool compared = review.inputs[i].role == InputRole::baseline;  // to say what the draft introduced, and what it moved
    if (!unit.has_body || !(compared || stands_for_itself(review.inputs[i]))) return;
    for (const View view : {View::proposed, View::baseline}) {
      if (one_view && view == View::baseline) {
        links[i][0] = links[i][1];
        continue;
      }
      const Resolver resolver(review, documents, labels, names, id, view);
      auto& here = links[i][index(view)];
      here.resize(unit.references.size());
      for (std::size_t r = 0; r < unit.references.size(); ++r) {
        const auto& reference = unit.references[Table<Reference>::id_at(r)];
        if (reference.views.has(view)) here[r] = resolver.resolve(id, reference);
      }
    }
  });
  return links;
}

}  // namespace dovetail
