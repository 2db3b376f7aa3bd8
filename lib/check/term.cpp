// Definitions against uses: what nobody uses.
#include "check/term.h"

#include <algorithm>
#include <map>
#include <set>

#include "check/definition_text.h"
#include "check/english.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Whether all documents of the code that the project lists were read.
bool code_is_loaded(const Review& review, const std::string& code) {
  if (review.project.file.empty() || code.empty()) return false;
  return std::none_of(review.project.documents.begin(), review.project.documents.end(),
                      [&](const DocumentEntry& d) { return d.code == code && d.role == DocumentRole::registered; });
}

/// Whether some text of the code cites a document of it that was not read: its uses of terms are not known.
bool cites_what_was_not_read(const Review& review, const std::string& code) {
  for (std::size_t u = 0; u < review.corpus.references.size(); ++u) {
    if (review.units[Table<Unit>::id_at(u)].code != code) continue;
    for (const auto& link : review.corpus.references[u][index(View::proposed)])
      if (link.outcome == Outcome::not_loaded && link.registered && review.corpus.registered[link.registered].code == code) return true;
  }
  return false;
}

/// Whether a text is a glossary and nothing else, and no other document of its code was read: where its terms are used is not known.
bool is_glossary_alone(const Review& review, const Unit& unit) {
  const auto& input = review.inputs[unit.document.value];
  if (!is_glossary(input.entry, input.profile, unit)) return false;
  for (const auto& other : review.units)
    if (&other != &unit && other.has_body && other.code == unit.code && review.inputs[other.document.value].role != InputRole::baseline) return false;
  std::vector<Span> entries;
  for (const auto& d : unit.definitions)
    if (d.entry) entries.push_back({d.span.begin, d.body.end});
  std::sort(entries.begin(), entries.end());
  std::size_t inside = 0, all = 0, entry = 0;
  for (const auto& word : unit.words) {
    if (!word.is(View::proposed, Word::here)) continue;
    while (entry < entries.size() && entries[entry].end <= word.begin) ++entry;
    inside += entry < entries.size() && entries[entry].begin <= word.begin;
    ++all;
  }
  return entries.size() >= 5 && inside * 4 > all * 3;
}

/// Which definitions have uses. A use that no definition reaches, and one of another definition in the same document, count for all of its term:
/// then another rule has something to say, not this one.
class Uses {
 public:
  explicit Uses(const Review& review) : review_(review) {
    stray_.resize(review.corpus.terms.size());
    for (const auto& uses : review.corpus.uses)
      for (const auto& use : uses)
        for (const View view : both_views)
          if (use.views.has(view) && use.definition[index(view)] < 0) stray_[use.term.value].add(view);
  }

  [[nodiscard]] bool has(Id<Term> term, In<Definition> definition, View view) const {
    if (review_.corpus.terms[term].uses[index(view)] == 0) return false;
    if (stray_[term.value].has(view)) return true;
    const auto& definitions = review_.corpus.terms[term].definitions;
    return std::any_of(definitions.begin(), definitions.end(), [&](const In<Definition>& other) {
      return other.unit == definition.unit && review_.corpus.definition_uses[other.unit.value][other.id.value][index(view)] > 0;
    });
  }

 private:
  const Review& review_;
  std::vector<Views> stray_;
};

/// "Flow Limit" (or "FL") means …: the second name stands between the first and the meaning.
bool is_name_beside(const Definition& first, const Definition& second) {
  return first.span.end <= second.span.begin && second.span.end <= first.body.begin && first.body.begin - first.span.end < 80;
}

/// Whether a term defined in the same breath is used: "A" or "B" means …; "Month" means … (and "Monthly" shall be construed accordingly).
bool twin_is_used(const Review& review, const std::set<In<Definition>>& used, Id<Unit> unit_id, const Definition& definition) {
  const auto& unit = review.units[unit_id];
  for (std::size_t i = 0; i < unit.definitions.size(); ++i) {
    const auto id = Table<Definition>::id_at(i);
    const auto& other = unit.definitions[id];
    if (!used.contains({unit_id, id})) continue;
    if (is_name_beside(other, definition) || is_name_beside(definition, other)) return true;
    if (other.body.begin != definition.body.begin) continue;
    if (definition.form != DefinitionForm::inline_quoted || other.body == definition.body) return true;
  }
  return false;
}

/// Whether some definition of the term is used.
bool has_used_definition(const Review& review, const std::set<In<Definition>>& used, Id<Term> term) {
  const auto& all = review.corpus.terms[term].definitions;
  return std::any_of(all.begin(), all.end(), [&](const In<Definition>& other) { return used.contains(other); });
}

/// Whether a definition of the term in this code only says where the meaning is.
bool has_pointer(const Review& review, const std::string& code, Id<Term> term) {
  const auto& all = review.corpus.terms[term].definitions;
  return std::any_of(all.begin(), all.end(),
                     [&](const In<Definition>& other) { return review.units[other.unit].code == code && definition_of(review, other).pointer; });
}

}  // namespace

void check_unused_definition(const Review& review, const Rule& rule, Checked& checked) {
  const Uses uses(review);
  std::map<std::string, bool> incomplete;  // by code
  const auto is_incomplete = [&](const std::string& code) {
    const auto [known, fresh] = incomplete.try_emplace(code, false);
    if (fresh) known->second = !code_is_loaded(review, code) || cites_what_was_not_read(review, code);
    return known->second;
  };
  std::set<In<Definition>> used;
  for (std::size_t t = 0; t < review.corpus.terms.size(); ++t)
    for (const auto& definition : review.corpus.terms[Table<Term>::id_at(t)].definitions)
      if (uses.has(Table<Term>::id_at(t), definition, View::proposed)) used.insert(definition);
  std::set<Id<Unit>> alone;
  for (std::size_t u = 0; u < review.corpus.definition_uses.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    if (unit.has_body && !is_english(unit)) alone.insert(id);  // its words have endings that no rule here knows
    if (review.inputs[u].role != InputRole::draft || !is_glossary_alone(review, unit)) continue;
    alone.insert(id);
    checked.blocked.push_back({rule.id, document_name(unit) + ": nothing but definitions was read, and no text that uses them", unit.document});
  }
  for (std::size_t t = 0; t < review.corpus.terms.size(); ++t) {
    const auto term = Table<Term>::id_at(t);
    for (const auto& in : review.corpus.terms[term].definitions) {
      const auto& [unit_id, definition_id] = in;
      if (used.contains(in) || alone.contains(unit_id)) continue;
      const auto& unit = review.units[unit_id];
      if (review.inputs[unit_id.value].role != InputRole::draft) continue;  // live text is read for its terms, not judged
      const auto& definition = unit.definitions[definition_id];
      // A pointer leads to where the term is defined and used; and what a pointer leads to is used where the pointer is.
      if ((definition.pointer || has_pointer(review, unit.code, term)) && has_used_definition(review, used, term)) continue;
      if (starts_lower(definition.term)) continue;  // in small letters a word's uses cannot be told from the ordinary word
      if (!definition.views.proposed || definition.form == DefinitionForm::gloss || twin_is_used(review, used, unit_id, definition)) continue;
      // In the baseline the term had no use either: then the draft did not introduce it.
      const Views views{definition.views.baseline && !uses.has(term, in, View::baseline), true};
      auto finding = make_finding(review, rule, unit_id, definition.span, views);
      if (definition.reach == Reach::code && is_incomplete(unit.code)) finding.severity = Severity::note;
      finding.message = fill(
          rule.message, {{"label", finding.label}, {"term", definition.term}, {"scope", scope_name(review, in)}, {"document", document_name(unit)}});
      finding.key = definition.folded;
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
