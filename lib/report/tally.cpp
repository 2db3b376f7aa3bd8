// How much was looked at and what came of it.
#include "report/tally.h"

namespace dovetail {
namespace {

CountedDocument count_document(const Review& review, Id<Unit> id, Tally& tally) {
  CountedDocument counted{id, 0, 0};
  const auto& unit = review.units[id];
  for (const auto& provision : unit.provisions) counted.provisions += provision.views.proposed ? 1U : 0U;
  const bool linked = id.value < review.corpus.references.size();
  for (std::size_t n = 0; n < unit.references.size(); ++n) {
    if (!unit.references[Table<Reference>::id_at(n)].views.proposed) continue;
    ++counted.references;
    if (!linked) continue;
    const auto& links = review.corpus.references[id.value][index(View::proposed)];
    const auto outcome = n < links.size() ? links[n].outcome : Outcome::unparsed;
    ++tally.outcomes[static_cast<std::size_t>(outcome)];
  }
  return counted;
}

}  // namespace

bool is_listed(const Input& input) {
  if (input.role == InputRole::draft) return true;
  return input.role == InputRole::live_text && input.entry && input.entry->path == input.path;
}

Tally count(const Review& review) {
  Tally tally;
  for (std::size_t n = 0; n < review.inputs.size() && n < review.units.size(); ++n) {
    const auto id = Table<Unit>::id_at(n);
    tally.atoms += review.units[id].items.size();
    if (!is_listed(review.inputs[n])) continue;
    tally.documents.push_back(count_document(review, id, tally));
    tally.provisions += tally.documents.back().provisions;
    tally.references += tally.documents.back().references;
  }
  tally.terms = review.corpus.terms.size();
  for (const auto& atom : review.corpus.coverage) ++tally.coverage[static_cast<std::size_t>(atom.status)];
  for (const auto& finding : review.findings) {
    if (finding.waived.empty())
      ++tally.severities[static_cast<std::size_t>(finding.severity)];
    else
      ++tally.waived;
  }
  return tally;
}

}  // namespace dovetail
