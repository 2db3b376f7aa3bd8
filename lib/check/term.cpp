// Definitions against uses: what nobody uses.
#include "check/term.h"

#include <algorithm>
#include <set>

#include "check/make_finding.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// product.md section 4: Annex X-n, and documents whose title says so, hold definitions for their whole code.
bool is_glossary_by_name(const Unit& unit) {
  static const Pattern annex = Pattern::literal("annex x-[0-9]+", true);
  static const Pattern title = Pattern::literal("glossary|definitions|interpretation", true);
  return annex.find(unit.id) || title.find(unit.title) || title.find(unit.id);
}

/// Whether a definition is meant for documents beyond its own, not all of which need be loaded.
bool reaches_further(const Review& review, Id<Unit> unit) {
  const auto& input = review.inputs[unit.value];
  if (input.entry && input.entry->glossary == "document") return false;
  if (input.entry && input.entry->glossary == "code") return true;
  if (input.profile && (input.profile->glossary || input.profile->scope_of_terms == "code")) return true;
  return is_glossary_by_name(review.units[unit]);
}

/// Whether all documents of the code that the project lists were read.
bool code_is_loaded(const Review& review, const std::string& code) {
  if (review.project.file.empty() || code.empty()) return false;
  return std::none_of(review.project.documents.begin(), review.project.documents.end(),
                      [&](const DocumentEntry& d) { return d.code == code && d.role == DocumentRole::registered; });
}

/// Whether a term defined in the same breath is used: "A" or "B" means …; "Month" means … (and "Monthly" shall be construed accordingly).
bool twin_is_used(const Review& review, const std::set<In<Definition>>& used, Id<Unit> unit_id, const Definition& definition) {
  const auto& unit = review.units[unit_id];
  for (std::size_t i = 0; i < unit.definitions.size(); ++i) {
    const auto id = Table<Definition>::id_at(i);
    const auto& other = unit.definitions[id];
    if (other.body.begin != definition.body.begin || !used.contains({unit_id, id})) continue;
    if (definition.form != DefinitionForm::inline_quoted || other.body == definition.body) return true;
  }
  return false;
}

std::set<In<Definition>> used_definitions(const Review& review) {
  std::set<In<Definition>> used;
  for (const auto& term : review.corpus.terms)
    if (term.uses[index(View::proposed)] > 0) used.insert(term.definitions.begin(), term.definitions.end());
  return used;
}

}  // namespace

void check_unused_definition(const Review& review, const Rule& rule, Checked& checked) {
  const auto used = used_definitions(review);
  for (const auto& term : review.corpus.terms) {
    if (term.uses[index(View::proposed)] > 0) continue;
    for (const auto& [unit_id, definition_id] : term.definitions) {
      const auto& unit = review.units[unit_id];
      if (review.inputs[unit_id.value].role != InputRole::draft) continue;  // live text is read for its terms, not judged
      const auto& definition = unit.definitions[definition_id];
      if (starts_lower(definition.term)) continue;  // in small letters a word's uses cannot be told from the ordinary word
      if (!definition.views.proposed || definition.form == DefinitionForm::gloss || twin_is_used(review, used, unit_id, definition)) continue;
      // In the baseline the term had no use either: then the draft did not introduce it.
      const Views views{definition.views.baseline && term.uses[index(View::baseline)] == 0, true};
      auto finding = make_finding(review, rule, unit_id, definition.span, views);
      if (reaches_further(review, unit_id) && !code_is_loaded(review, unit.code)) finding.severity = Severity::note;
      finding.message = fill(rule.message, {{"label", finding.label}, {"term", definition.term}, {"document", document_name(unit)}});
      finding.key = definition.folded;
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
