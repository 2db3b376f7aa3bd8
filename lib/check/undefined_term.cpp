// Runs of capitalised words that no definition explains.
#include <algorithm>

#include "check/definition_text.h"
#include "check/english.h"
#include "check/import_chain.h"
#include "check/known_names.h"
#include "check/make_finding.h"
#include "check/shared.h"
#include "check/term.h"
#include "check/term_candidates.h"
#include "text/inflection.h"
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

/// Places that another rule of the family speaks of: a variant or a near miss of a term is one finding, and theirs.
std::vector<Span> places_like_terms(const Unit& unit, const std::vector<LikeTerm>& like) {
  std::vector<Span> places;
  for (const auto& one : like)
    places.push_back({unit.words[one.first_word].begin, unit.words[one.last_word].begin + unit.words[one.last_word].length});
  std::sort(places.begin(), places.end());
  return places;
}

bool overlaps_one(const std::vector<Span>& places, Span span) {
  return std::any_of(places.begin(), places.end(), [&](Span place) { return place.overlaps(span); });
}

/// Definitions that a reader might have meant, and that do not hold here.
void add_out_of_reach(const Review& review, const std::vector<std::string>& stems, Finding& finding) {
  for (const auto& term : review.corpus.terms) {
    std::vector<std::string> of_term;
    for (const auto span : words(term.term)) of_term.push_back(stem_of(slice(term.term, span)));
    if (of_term != stems) continue;
    for (const auto& in : term.definitions)
      if (definition_of(review, in).views.proposed)
        finding.notes.push_back(note_at(review, in, "defined for " + scope_name(review, in) + " alone"));
      else
        finding.notes.push_back(note_at(review, in, "its definition is deleted here"));
  }
}

}  // namespace

void check_undefined_term(const Review& review, const Rule& rule, Checked& checked) {
  const KnownNames names_known(review);
  auto& shared = shared_work(review, checked);
  for (std::size_t u = 0; u < review.corpus.references.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    if (!unit.has_body || review.inputs[u].role != InputRole::draft) continue;
    if (!is_english(unit)) continue;
    if (!defines_terms(review, unit)) continue;  // where no term is defined, capitals are only capitals
    if (const auto absent = missing_import(review, unit, review.inputs[u].profile); !absent.empty()) {
      checked.blocked.push_back({rule.id, document_name(unit) + ": its terms come from " + readable(absent) + ", which was not read", unit.document});
      continue;
    }
    const auto elsewhere = places_like_terms(unit, shared.like_terms(id));
    for (auto& [stems, candidate] : term_candidates(review.documents[unit.document], unit, review.corpus.uses[u], names_known)) {
      std::erase_if(candidate.places, [&](Span place) { return overlaps_one(elsewhere, place); });
      if (candidate.places.empty() || (!candidate.sure_start && candidate.places.size() < 2)) continue;
      auto finding = make_finding(review, rule, id, candidate.places.front(), {candidate.baseline, true});
      finding.message = fill(
          rule.message, {{"label", finding.label}, {"term", candidate.words}, {"scope", document_and_code(unit)}, {"document", document_name(unit)}});
      finding.key = fold(candidate.words);
      for (std::size_t i = 1; i < candidate.places.size(); ++i)
        finding.notes.push_back({{unit.document, candidate.places[i]}, label_at(unit, View::proposed, candidate.places[i].begin), "also here"});
      add_out_of_reach(review, stems, finding);
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
