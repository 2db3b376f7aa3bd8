// Three rules over one search: each takes the likeness that its file names.
#include <set>

#include "check/definition_text.h"
#include "check/import_chain.h"
#include "check/shared.h"
#include "check/term.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

Likeness likeness_named(const Rule& rule) {
  const auto& name = rule.with.at("kind");
  if (name == "near_miss") return Likeness::near_miss;
  return name == "uncapitalised" ? Likeness::uncapitalised : Likeness::variant;
}

/// Where the term that is meant is defined, as far as the reader of this text is concerned.
In<Definition> meant(const Review& review, const ReachTable& reach, const LikeTerm& like, Id<Unit> unit, Id<Provision> at) {
  const auto& definitions = review.corpus.terms[like.term].definitions;
  In<Definition> best = definitions.front();
  std::optional<Nearness> nearest;
  for (const auto& in : definitions)
    if (const auto near = reach.nearness(in, unit, at, View::proposed); near && (!nearest || *near < *nearest)) best = in, nearest = near;
  return best;
}

}  // namespace

void check_like_term(const Review& review, const Rule& rule, Checked& checked) {
  if (review.corpus.terms.empty()) return;
  const auto wanted = likeness_named(rule);
  auto& shared = shared_work(review, checked);
  const ReachTable reach(review);
  for (std::size_t u = 0; u < review.corpus.definition_uses.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    const auto& unit = review.units[id];
    const auto absent = wanted == Likeness::near_miss ? missing_import(review, unit, review.inputs[u].profile) : std::string();
    if (!absent.empty()) {
      checked.blocked.push_back({rule.id, document_name(unit) + ": its terms come from " + readable(absent) + ", which was not read", unit.document});
      continue;
    }
    std::set<std::string> told;  // one cause is one finding: its definition is named once
    for (const auto& like : shared.like_terms(id)) {
      if (like.likeness != wanted) continue;
      const auto& first = unit.words[like.first_word];
      const auto& last = unit.words[like.last_word];
      const bool before = first.is(View::baseline, Word::here) && last.is(View::baseline, Word::here);
      auto finding = make_finding(review, rule, id, {first.begin, last.begin + last.length}, {before, true});
      const auto in = meant(review, reach, like, id, provision_at(unit, View::proposed, first.begin));
      const auto& term = definition_of(review, in).term;
      finding.message = fill(
          rule.message,
          {{"label", finding.label}, {"words", like.written}, {"term", term}, {"scope", scope_name(review, in)}, {"document", document_name(unit)}});
      if (wanted != Likeness::near_miss) finding.fix = Fix{term, false};
      finding.key = fold(term);
      if (told.insert(finding.key).second) finding.notes.push_back(note_at(review, in, "\"" + term + "\" is defined here"));
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
