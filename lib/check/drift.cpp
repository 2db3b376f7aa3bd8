// A reference drifts when its number stays and the text that it meant does not.
#include "check/drift.h"

#include <algorithm>

#include "check/make_finding.h"
#include "check/reference.h"
#include "model/footnotes.h"
#include "model/neighbour.h"
#include "text/labels.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The number of `provision` as a reference of this kind writes it: with the letter that it bore ("K5.4"), without the words of a division.
std::string as_cited(const std::string& wanted, const std::string& before, const std::string& now) {
  if (wanted == before) return now;
  const bool lettered = wanted.size() > before.size() && wanted.ends_with(before);
  return lettered ? wanted.substr(0, wanted.size() - before.size()) + now : now;
}

/// The provision that one end of the reference resolved to before; none where that was not one.
std::optional<In<Provision>> one_target(const ReferenceLink& link) {
  if ((link.outcome != Outcome::resolved && link.outcome != Outcome::not_used) || link.targets.size() != 1) return std::nullopt;
  return link.targets.front();
}

/// Whether the draft swaps what stands at a place rather than its number: the text meant keeps hardly a word there.
bool is_same_text(const Unit& unit, Id<Provision> provision) {
  const auto& p = unit.provisions[provision];
  return !p.not_used[0] && !p.not_used[1];
}

bool is_neighbour(const Reference& reference) {
  return reference.relative && (reference.label == preceding_neighbour || reference.label == following_neighbour);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.rfind(from);
  if (at == std::string::npos) return {};
  return text.replace(at, from.size(), to);
}

void report_footnote(const Review& review, const Rule& rule, const JudgedReference& judged, const std::string& number, Checked& checked) {
  auto finding = make_finding(review, rule, judged.unit_id, judged.reference.span, {false, true});
  finding.message = fill(rule.message, {{"label", finding.label},
                                        {"target", finding.text},
                                        {"document", document_name(judged.unit)},
                                        {"what", "the footnote that it meant"},
                                        {"number", "footnote " + number}});
  finding.key = "footnote " + judged.reference.label + " " + number;
  if (const auto fixed = replaced(finding.text, judged.reference.label, number); !fixed.empty()) finding.fix = Fix{fixed, true};
  checked.findings.push_back(std::move(finding));
}

}  // namespace

std::optional<Drift> drift_of(const Review& review, const BaselineReferences& baseline, const JudgedReference& judged) {
  const auto before = baseline.of(judged);
  if (!before.link || judged.reference.label.empty() || before.reference->label != judged.reference.label) return std::nullopt;
  const auto meant = one_target(*before.link);
  if (!meant) return std::nullopt;
  const auto& old_unit = review.units[meant->unit];
  const auto& old = old_unit.provisions[meant->id];
  // The document that the text meant stands in now: its own other view, or the draft of the baseline that was cited.
  Id<Unit> now_unit = meant->unit;
  Id<Provision> now;
  View old_view = before.view;
  if (meant->unit == before.unit && before.unit != judged.unit_id) {
    now_unit = judged.unit_id;
    now = baseline.now(judged.unit_id, before, meant->id);
  } else if (const auto draft = baseline.draft_of(meant->unit)) {
    old_view = View::proposed;
    now_unit = draft;
    now = baseline.now(draft, {meant->unit, old_view, nullptr, nullptr}, meant->id);
  } else {
    now = old.views.proposed ? meant->id : baseline.moved(meant->unit, meant->id);
  }
  if (!now) return std::nullopt;
  const auto& unit = review.units[now_unit];
  const auto& is = unit.provisions[now];
  const auto& was = old.label[index(old_view)];
  // "the preceding paragraph" means another where one was put in between, whatever the numbers are.
  const bool neighbour = is_neighbour(judged.reference);
  if (neighbour && judged.link.outcome != Outcome::resolved) return std::nullopt;
  if (is.kind != old.kind || is.kind == ProvisionKind::division || is.label[1].empty() || (is.label[1] == was && !neighbour)) return std::nullopt;
  if (!is_same_text(unit, now)) return std::nullopt;
  // What the number finds now: the text meant after all (through another name), and nothing has drifted.
  for (const auto& target : judged.link.targets)
    if (target.unit == now_unit && target.id == now) return std::nullopt;
  return Drift{{now_unit, now}, neighbour ? is.label[1] : as_cited(judged.reference.label, was, is.label[1]), before};
}

std::optional<std::string> footnote_drift_of(const Review& review, const JudgedReference& judged) {
  const auto& reference = judged.reference;
  if (reference.keyword != "footnote" || !judged.unit.has_changes || !reference.views.baseline) return std::nullopt;
  if (!reference.document.empty() || !reference.divisions.empty() || !reference.last.empty()) return std::nullopt;
  const auto& document = review.documents[judged.unit.document];
  const auto meant = footnote_numbered(document, View::baseline, reference.label);
  if (!meant || meant->deleted) return std::nullopt;
  const auto now = footnote_number(document, View::proposed, *meant);
  return now.empty() || now == reference.label ? std::nullopt : std::optional(now);
}

void check_reference_drifted(const Review& review, const Rule& rule, Checked& checked) {
  const BaselineReferences baseline(review);
  for (const auto& judged : judged_references(review)) {
    if (const auto number = footnote_drift_of(review, judged)) report_footnote(review, rule, judged, *number, checked);
    const auto drift = drift_of(review, baseline, judged);
    if (!drift || speaks_of_the_past(judged.unit, judged.reference)) continue;
    auto finding = make_finding(review, rule, judged.unit_id, judged.reference.span, {false, true});
    const auto& unit = review.units[drift->target.unit];
    const auto& provision = unit.provisions[drift->target.id];
    const auto fixed = is_neighbour(judged.reference) ? std::string() : replaced(finding.text, judged.reference.label, drift->number);
    const std::string words = provision.heading[1].empty() ? "the text that it meant" : "\"" + provision.heading[1] + "\", which it meant,";
    finding.message = fill(
        rule.message,
        {{"label", finding.label}, {"target", finding.text}, {"document", document_name(unit)}, {"what", words}, {"number", provision.label[1]}});
    finding.key = judged.reference.label + " " + drift->number;
    finding.notes.push_back({{unit.document, provision.span}, provision.label[1], "where the text that it meant stands now"});
    for (const auto& target : judged.link.targets) {
      const auto& other = review.units[target.unit];
      finding.notes.push_back({{other.document, other.provisions[target.id].span}, other.provisions[target.id].label[1], "what stands there now"});
    }
    if (!fixed.empty()) finding.fix = Fix{fixed, judged.reference.last.empty()};
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
