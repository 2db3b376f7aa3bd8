// Runs of capitalised words that no definition explains.
#include <algorithm>

#include "check/import_chain.h"
#include "check/known_names.h"
#include "check/make_finding.h"
#include "check/term.h"
#include "check/term_candidates.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Whether the document, or another of its code, defines any term: only then do capitals promise a definition.
bool defines_terms(const Review& review, const Unit& unit) {
  return std::any_of(review.units.begin(), review.units.end(), [&](const Unit& other) {
    if (&other != &unit && (unit.code.empty() || other.code != unit.code)) return false;
    return std::any_of(other.definitions.begin(), other.definitions.end(), [](const Definition& d) {
      return d.views.proposed && d.form != DefinitionForm::gloss && d.form != DefinitionForm::acronym && starts_upper(d.term);
    });
  });
}

/// Which terms have a definition in the proposed view: one that the draft deletes defines nothing any more.
std::vector<bool> terms_defined_now(const Review& review) {
  std::vector<bool> defined;
  for (const auto& term : review.corpus.terms)
    defined.push_back(std::any_of(term.definitions.begin(), term.definitions.end(),
                                  [&](const In<Definition>& d) { return review.units[d.unit].definitions[d.id].views.proposed; }));
  return defined;
}

}  // namespace

void check_undefined_term(const Review& review, const Rule& rule, Checked& checked) {
  const KnownNames names_known(review);
  const auto defined_now = terms_defined_now(review);
  for (std::size_t u = 0; u < review.corpus.references.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    if (!unit.has_body || review.inputs[u].role != InputRole::draft) continue;
    if (!defines_terms(review, unit)) continue;  // where no term is defined, capitals are only capitals
    if (const auto absent = missing_import(review, unit, review.inputs[u].profile); !absent.empty()) {
      checked.blocked.push_back({rule.id, document_name(unit) + ": its terms come from " + readable(absent) + ", which was not read", unit.document});
      continue;
    }
    for (auto& [stems, candidate] : term_candidates(review.documents[unit.document], unit, review.corpus.uses[u], defined_now, names_known)) {
      if (!candidate.sure_start && candidate.places.size() < 2) continue;
      auto finding = make_finding(review, rule, id, candidate.places.front(), {candidate.baseline, true});
      finding.message = fill(rule.message, {{"label", finding.label}, {"term", candidate.words}, {"document", document_name(unit)}});
      finding.key = fold(candidate.words);
      for (std::size_t i = 1; i < candidate.places.size(); ++i)
        finding.notes.push_back({{unit.document, candidate.places[i]}, label_at(unit, View::proposed, candidate.places[i].begin), "also here"});
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
