// References against the place they stand in: themselves, their scope, the words of their code, and each other.
#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
#include "check/drift.h"
#include "check/judged.h"
#include "check/make_finding.h"
#include "check/reference.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Whether the words at fault were at fault before the draft too: the same reference, for which `fits` held then.
template <class Fits>
Views views_of(const BaselineReferences& baseline, const JudgedReference& judged, Fits fits) {
  const auto before = baseline.of(judged);
  return {before.reference != nullptr && fits(before), true};
}

Finding finding_at(const Review& review, const Rule& rule, const JudgedReference& judged, Views views) {
  auto finding = make_finding(review, rule, judged.unit_id, judged.reference.span, views);
  if (!judged.unit.has_changes && !views.baseline && baseline_known(review, judged.unit_id)) finding.introduced = true;
  return finding;
}

// --- this paragraph 3.2 ---

bool is_at_or_below(std::string_view label, std::string_view above) {
  return label == above || (label.starts_with(above) && (label[above.size()] == '.' || label[above.size()] == '('));
}

/// The division of this kind ("section") that holds a provision, or that the document itself is; empty for none.
std::string division_around(const Unit& unit, Id<Provision> from, View view, const std::string& keyword) {
  for (auto at = from; at; at = unit.provisions[at].parent[index(view)]) {
    const auto& provision = unit.provisions[at];
    const auto folded = fold(provision.label[index(view)]);
    if (provision.kind == ProvisionKind::division && folded.starts_with(keyword + " ")) return provision.label[index(view)];
  }
  const auto id = fold(unit.id);
  if (id.starts_with(keyword + " ")) return unit.id;
  if (const auto at = id.find(" " + keyword + " "); at != std::string::npos) return unit.id.substr(at + 1);
  return {};
}

/// What the place is, where "this …" says that it is something else; empty where that is right or cannot be told.
std::string real_place(const Unit& unit, const Reference& reference, View view) {
  const auto from = reference.from[index(view)];
  if (!reference.self || reference.label.empty() || !reference.last.empty() || reference.relative || !reference.document.empty() ||
      !reference.divisions.empty())
    return {};
  if (const auto space = reference.label.find(' '); space != std::string::npos) {
    const auto around = division_around(unit, from, view, fold(reference.label.substr(0, space)));
    return fold(around) == fold(reference.label) ? std::string() : around;
  }
  if (!from || reference.label.front() == '(') return {};
  // "this Section 2A" is the division that its clauses run on in.
  const auto named = fold(reference.keyword + " " + reference.label);
  for (auto above = from; above; above = unit.provisions[above].parent[index(view)])
    if (unit.provisions[above].kind == ProvisionKind::division && fold(unit.provisions[above].label[index(view)]) == named) return {};
  // The innermost numbered provision; a definition or an unnumbered division says nothing of its number.
  auto at = from;
  while (at && unit.provisions[at].kind == ProvisionKind::entry) at = unit.provisions[at].parent[index(view)];
  if (!at || unit.provisions[at].kind == ProvisionKind::division || unit.provisions[at].quoted) return {};
  const auto& label = unit.provisions[at].label[index(view)];
  auto wanted = reference.label;
  const auto digit = wanted.find_first_of("0123456789");
  if (digit != std::string::npos && digit > 0 && !is_at_or_below(label, wanted) && label.find_first_of("0123456789") == 0) wanted.erase(0, digit);
  return is_at_or_below(label, wanted) || label.empty() ? std::string() : label;
}

// --- scopes ---

/// Whether the division that a reference stands in says what bare numbers in it are of.
bool declares_scope(const Unit& unit, Id<Provision> division) {
  static const Pattern declared = Pattern::literal(
      "references? (?:in this [a-z]+ )?to (?:a |any |the "
      ")?(?:[\"']?(?:paragraph|clause|section)s?[\"']?)[^.]{0,80}?(?:is|are|shall|means?|mean)[^.]{0,60}?"
      "(?:of|in|to) (?:(?:this|that|the) |(?-i:(?:Section|Annex|Schedule|Appendix|Part) [A-Z0-9]))",
      true);
  const auto& p = unit.provisions[division];
  const auto& projection = unit.projection(View::proposed);
  const auto last = std::min<std::size_t>(p.last_line[1], projection.lines.size());
  for (std::size_t i = p.lines[1].begin; i < last; ++i)
    if (declared.find(slice(projection.text, projection.lines[i].span))) return true;
  return false;
}

bool bears_letter(std::string_view number) { return !number.empty() && number.front() >= 'A' && number.front() <= 'Z'; }

/// The innermost number that a provision stands in; empty for none.
std::string number_around(const Unit& unit, Id<Provision> at) {
  for (; at; at = unit.provisions[at].parent[1])
    if (unit.provisions[at].kind == ProvisionKind::numbered) return unit.provisions[at].number[1];
  return {};
}

std::string scope_name(const Unit& unit, Id<Provision> scope) { return scope ? unit.provisions[scope].label[1] : "the text outside its divisions"; }

// --- keywords ---

constexpr std::string_view number_words[] = {"paragraph", "clause", "section", "article", "condition", "regulation", "rule"};

bool is_number_word(std::string_view keyword) {
  return std::find(std::begin(number_words), std::end(number_words), keyword) != std::end(number_words);
}

/// What this kind of document calls the number of a target; empty where it has no one word for it.
std::string usual_keyword(const Profile& profile, const Provision& target) {
  return target.scope[1] && !profile.numbers_in_divisions.empty() ? profile.numbers_in_divisions : profile.numbers;
}

/// Whether "to " stands in front of a reference: nearly all of them are done with here.
bool follows_to(const JudgedReference& judged) {
  const auto& projection = judged.unit.projection(View::proposed);
  const auto before = std::string_view(projection.text).substr(0, projection.from_source(judged.reference.span.begin));
  return before.size() >= 3 && equal_in_any_case(before.substr(before.size() - 3), "to ");
}

/// Whether a whole provision is subject to what follows these words: at the start of a sentence, set off by a comma, or "is subject to". Deeper in a
/// sentence a part of it is.
bool gives_way(std::string_view before) {
  constexpr std::string_view words = "subject to ";
  if (!before.ends_with(words)) return false;
  const auto front = trim(before.substr(0, before.size() - words.size()));
  if (front.find_first_not_of("0123456789.()abcdefghijklmnopqrstuvwxyz") == std::string_view::npos && front.find(' ') == std::string_view::npos)
    return true;
  return front.empty() || front.ends_with(',') || front.ends_with(" is") || front.ends_with(" are") || front.ends_with(" be");
}

bool whole_text_is_scope(const Unit& unit, Id<Provision> scope) {
  return scope && unit.provisions[scope].parent[1] == Id<Provision>() && fold(unit.provisions[scope].label[1]) == fold(unit.id);
}

}  // namespace

void check_wrong_self(const Review& review, const Rule& rule, Checked& checked) {
  const BaselineReferences baseline(review);
  for (const auto& judged : judged_references(review)) {
    const auto place = real_place(judged.unit, judged.reference, View::proposed);
    if (place.empty() || speaks_of_the_past(judged.unit, judged.reference) || drift_of(review, baseline, judged)) continue;
    auto finding = finding_at(review, rule, judged, views_of(baseline, judged, [&](const ReferenceBefore& before) {
                                return !real_place(review.units[before.unit], *before.reference, before.view).empty();
                              }));
    finding.message = fill(rule.message, {{"label", finding.label}, {"target", "this " + finding.text}, {"place", place}});
    finding.key = judged.reference.label;
    checked.findings.push_back(std::move(finding));
  }
}

void check_wrong_scope(const Review& review, const Rule& rule, Checked& checked) {
  const BaselineReferences baseline(review);
  std::map<std::pair<Id<Unit>, Id<Provision>>, bool> declared;
  for (const auto& judged : judged_references(review)) {
    const auto& link = judged.link;
    if (link.outcome != Outcome::resolved || !link.out_of_scope || link.targets.size() != 1 || link.targets.front().unit != judged.unit_id ||
        judged.reference.relative || judged.reference.self)
      continue;
    const auto& target = judged.unit.provisions[link.targets.front().id];
    const auto from = judged.unit.provisions[judged.reference.from[1]].scope[1];
    if (from == target.scope[1] || judged.unit.lost.numbers) continue;
    // Numbers with letters ("A.1.2" in Appendix A) and those without are never taken for one another.
    if (bears_letter(target.label[1]) || bears_letter(number_around(judged.unit, judged.reference.from[1]))) continue;
    const auto [known, fresh] = declared.try_emplace({judged.unit_id, from}, false);
    if (fresh) known->second = from && declares_scope(judged.unit, from);
    if (known->second || speaks_of_the_past(judged.unit, judged.reference)) continue;
    auto finding =
        finding_at(review, rule, judged, views_of(baseline, judged, [](const ReferenceBefore& before) { return before.link->out_of_scope; }));
    finding.message = fill(rule.message, {{"label", finding.label},
                                          {"target", finding.text},
                                          {"scope", scope_name(judged.unit, from)},
                                          {"place", scope_name(judged.unit, target.scope[1])}});
    finding.key = judged.reference.label;
    finding.notes.push_back({{judged.unit.document, target.span}, target.label[1], "the only one of that number"});
    checked.findings.push_back(std::move(finding));
  }
}

void check_wrong_keyword(const Review& review, const Rule& rule, Checked& checked) {
  const BaselineReferences baseline(review);
  for (const auto& judged : judged_references(review)) {
    const auto& link = judged.link;
    const auto* profile = review.inputs[judged.unit_id.value].profile;
    const bool own = judged.reference.document.empty() && link.unit == judged.unit_id && judged.reference.divisions.empty();
    if (!profile || !own || !is_number_word(judged.reference.keyword) || link.targets.empty()) continue;
    if (link.outcome != Outcome::resolved && link.outcome != Outcome::ambiguous) continue;
    const auto& target = judged.unit.provisions[link.targets.front().id];
    if (target.kind != ProvisionKind::numbered || judged.reference.label.find('(') != std::string::npos) continue;
    if (judged.reference.label.find_first_of("0123456789") != 0 && judged.reference.label != target.label[1])
      continue;  // "Section K5.4" in Section K
    const bool inner = target.scope[1] && !whole_text_is_scope(judged.unit, target.scope[1]);
    const auto usual = inner ? usual_keyword(*profile, target) : profile->numbers;
    if (usual.empty() || usual == judged.reference.keyword || speaks_of_the_past(judged.unit, judged.reference)) continue;
    auto finding = finding_at(review, rule, judged, views_of(baseline, judged, [](const ReferenceBefore&) { return true; }));
    if (link.outcome == Outcome::ambiguous) finding.severity = Severity::warning;
    finding.message =
        fill(rule.message, {{"label", finding.label}, {"target", finding.text}, {"keyword", usual}, {"document", document_name(judged.unit)}});
    finding.key = judged.reference.keyword + " " + judged.reference.label;
    checked.findings.push_back(std::move(finding));
  }
}

void check_circular_reference(const Review& review, const Rule& rule, Checked& checked) {
  std::map<std::pair<In<Provision>, In<Provision>>, const JudgedReference*> subject;
  const auto all = judged_references(review);
  for (const auto& judged : all) {
    if (judged.link.outcome != Outcome::resolved || judged.link.targets.size() != 1 || !judged.reference.from[1]) continue;
    if (!follows_to(judged) || !gives_way(words_before(judged.unit, judged.reference.span, 60))) continue;
    auto from = judged.reference.from[1];
    while (judged.unit.provisions[from].kind == ProvisionKind::item && judged.unit.provisions[from].parent[1])
      from = judged.unit.provisions[from].parent[1];
    subject.try_emplace({{judged.unit_id, from}, judged.link.targets.front()}, &judged);
  }
  for (const auto& [pair, judged] : subject) {
    const auto other = subject.find({pair.second, pair.first});
    if (other == subject.end() || !(pair.first < pair.second)) continue;
    const auto& second = *other->second;
    const bool old = judged->reference.views.baseline && second.reference.views.baseline;
    auto finding = finding_at(review, rule, second, {old, true});
    const auto& first_label = review.units[pair.first.unit].provisions[pair.first.id].label[1];
    const auto& second_label = review.units[pair.second.unit].provisions[pair.second.id].label[1];
    finding.message = fill(rule.message, {{"label", finding.label}, {"first", first_label}, {"second", second_label}});
    finding.key = first_label + " " + second_label;
    finding.notes.push_back({{judged->unit.document, judged->reference.span}, first_label, "which is subject to this one"});
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
