// Definitions against definitions: twice in one scope, hidden by a nearer one, otherwise in another code.
#include <algorithm>
#include <map>
#include <tuple>

#include "check/definition_text.h"
#include "check/term.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// What must differ for two definitions of one term to be in place beside each other.
using Scope = std::tuple<std::string, std::uint32_t, std::uint32_t, std::string>;

Scope scope_of(const Review& review, In<Definition> in) {
  const auto& d = definition_of(review, in);
  const auto scope = d.scope ? d.scope.value + 1 : 0;
  // A glossary of the whole code is one scope, whichever of its documents it stands in; all others are their document's.
  const bool code = d.reach == Reach::code && !d.scope && !review.units[in.unit].code.empty();
  return {code ? review.units[in.unit].code : std::string(), code ? 0 : in.unit.value + 1, scope, fold_phrase(d.within)};
}

bool can_clash(const Review& review, In<Definition> in, View view) {
  const auto& d = definition_of(review, in);
  return d.views.has(view) && makes_term(d) && d.form != DefinitionForm::inline_quoted && !d.meaning.empty() &&
         !is_quotation(review.units[in.unit], d);
}

/// A definition in one connection says nothing about another, and a pointer to where the term is defined repeats nothing.
bool may_stand_together(const Definition& one, const Definition& other) {
  if (one.context != other.context) return true;
  return one.pointer != other.pointer;
}

/// The definition that hides `wide` at the place of `local`, or none.
bool hides(const Review& review, const ReachTable& reach, In<Definition> local, In<Definition> wide) {
  const auto& l = definition_of(review, local);
  const auto& w = definition_of(review, wide);
  if (l.pointer || w.pointer || !makes_term(w) || !makes_term(l) || !w.views.proposed || is_quotation(review.units[local.unit], l)) return false;
  if (local.unit == wide.unit && (l.scope == w.scope || !l.reach_stated)) return false;
  if (w.form == DefinitionForm::inline_quoted && local.unit != wide.unit) return false;
  const auto at = l.provision[index(View::proposed)];
  const auto of_local = reach.nearness(local, local.unit, at, View::proposed);
  const auto of_wide = reach.nearness(wide, local.unit, at, View::proposed);
  if (!of_local || !of_wide || *of_local >= *of_wide || *of_wide > Nearness::code) return false;
  return l.context.empty() && comparable_meaning(l) != comparable_meaning(w);
}

bool is_changed(const Review& review, In<Definition> in) {
  const auto& d = definition_of(review, in);
  return !d.views.baseline || !d.was.empty() || differs_from_baseline(review, in.unit, {d.span.begin, std::max(d.span.end, d.body.end)});
}

}  // namespace

void check_duplicate_definition(const Review& review, const Rule& rule, Checked& checked) {
  for (const auto& term : review.corpus.terms) {
    std::map<std::pair<Scope, std::string>, std::vector<In<Definition>>> first;
    for (const auto& in : term.definitions) {
      if (!can_clash(review, in, View::proposed)) continue;
      const auto& d = definition_of(review, in);
      auto& before = first[{scope_of(review, in), d.folded}];
      const auto found = std::find_if(before.begin(), before.end(), [&](const auto& b) { return !may_stand_together(definition_of(review, b), d); });
      const auto rival = found == before.end() ? in : *found;
      before.push_back(in);
      if (rival == in || !is_judged(review, in.unit)) continue;
      const auto& other = definition_of(review, rival);
      auto finding = make_finding(review, rule, in.unit, d.span, {d.views.baseline && other.views.baseline, true});
      const bool same = comparable_meaning(d) == comparable_meaning(other);
      if (same) finding.severity = std::min(finding.severity, Severity::warning);
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"term", d.term},
                                            {"scope", scope_name(review, in)},
                                            {"document", document_name(review.units[in.unit])},
                                            {"how", same ? "in the same words" : "in other words"}});
      finding.notes.push_back(note_at(review, rival, "first defined here: " + in_brief(other.meaning)));
      finding.key = d.folded;
      checked.findings.push_back(std::move(finding));
    }
  }
}

void check_shadowed_definition(const Review& review, const Rule& rule, Checked& checked) {
  const ReachTable reach(review);
  for (const auto& term : review.corpus.terms) {
    if (term.definitions.size() < 2) continue;
    for (const auto& local : term.definitions) {
      const auto& l = definition_of(review, local);
      if (!l.views.proposed || !is_judged(review, local.unit)) continue;
      const auto wide = std::find_if(term.definitions.begin(), term.definitions.end(),
                                     [&](const In<Definition>& w) { return w != local && hides(review, reach, local, w); });
      if (wide == term.definitions.end()) continue;
      const auto& w = definition_of(review, *wide);
      auto finding = make_finding(review, rule, local.unit, l.span, {l.views.baseline && w.views.baseline && l.was.empty() && w.was.empty(), true});
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"term", l.term},
                                            {"scope", scope_name(review, local)},
                                            {"wider", scope_name(review, *wide)},
                                            {"document", document_name(review.units[local.unit])}});
      finding.notes.push_back(note_at(review, *wide, "the wider definition: " + in_brief(w.meaning)));
      finding.key = l.folded;
      checked.findings.push_back(std::move(finding));
    }
  }
}

void check_conflicting_definitions(const Review& review, const Rule& rule, Checked& checked) {
  for (const auto& conflict : review.corpus.term_conflicts) {
    auto here = conflict.second, there = conflict.first;  // the lead code is the measure
    if (is_changed(review, there) && !is_changed(review, here)) std::swap(here, there);
    if (!is_judged(review, here.unit)) std::swap(here, there);
    if (!is_judged(review, here.unit)) continue;
    const auto& d = definition_of(review, here);
    const auto& other = definition_of(review, there);
    const bool old = !is_changed(review, here) && !is_changed(review, there);
    auto finding = make_finding(review, rule, here.unit, d.span, {d.views.baseline && old, true});
    if (!old && is_judged(review, here.unit)) finding.severity = std::max(finding.severity, Severity::warning);
    finding.message = fill(rule.message, {{"label", finding.label},
                                          {"term", d.term},
                                          {"scope", scope_name(review, here)},
                                          {"code", review.units[conflict.first.unit].code},  // in the order of the difference
                                          {"other", review.units[conflict.second.unit].code},
                                          {"difference", conflict.difference},
                                          {"document", document_name(review.units[here.unit])}});
    finding.notes.push_back(note_at(review, here, review.units[here.unit].code + ": " + in_brief(d.meaning)));
    finding.notes.push_back(note_at(review, there, review.units[there.unit].code + ": " + in_brief(other.meaning)));
    finding.key = d.folded + "|" + review.units[conflict.first.unit].code + "|" + review.units[conflict.second.unit].code;
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
