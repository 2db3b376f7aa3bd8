// References by what became of them: one finding per reference; what it was in the baseline says whether the draft introduced it.
#include "check/reference.h"

#include <algorithm>

#include "check/drift.h"
#include "check/judged.h"
#include "check/make_finding.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::string kind_word(const Reference& reference) {
  if (reference.keyword.empty()) return "paragraph";
  return reference.keyword;
}

/// The target in the reader's words: "paragraph 9.4", "Appendix 5".
std::string target_words(const Reference& reference, const ReferenceLink& link) {
  const auto& wanted = link.wanted_by(reference);
  if (wanted.find(' ') != std::string::npos) return wanted;
  const auto target = kind_word(reference) + " " + wanted;
  return reference.divisions.empty() ? target : target + " of " + reference.divisions->back();
}

void add_notes(const Review& review, const Reference& reference, const ReferenceLink& link, Finding& finding) {
  const auto& wanted = link.wanted_by(reference);
  const auto& unit = review.units[link.unit];
  const auto note_of = [&](Id<Provision> id, const std::string& message) {
    const auto& provision = unit.provisions[id];
    finding.notes.push_back({{unit.document, provision.span}, provision.label[index(View::proposed)], message});
  };
  for (const auto& target : link.targets) note_of(target.id, link.outcome == Outcome::ambiguous ? "one that bears this number" : "what stands there");
  if (link.nearest.empty()) return;
  for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
    const auto id = Table<Provision>::id_at(i);
    if (unit.provisions[id].label[index(View::proposed)] != link.nearest) continue;
    const auto dot = link.nearest->rfind('.');
    const bool sibling = !wanted.ends_with(')') && dot != std::string::npos && wanted.starts_with(link.nearest->substr(0, dot + 1));
    return note_of(id, sibling ? "the last one before it in " + link.nearest->substr(0, dot) : "the nearest that is there");
  }
}

/// In which order a bare number was looked for, where a division begins its own numbers.
void note_order(const JudgedReference& judged, Finding& finding) {
  const auto& reference = judged.reference;
  const auto from = reference.from[index(View::proposed)];
  const bool bare = reference.reach == ReferenceReach::own && reference.divisions.empty() && judged.link.unit == judged.unit_id;
  const auto scope = from && bare ? judged.unit.provisions[from].scope[index(View::proposed)] : Id<Provision>();
  if (!scope || judged.link.outcome != Outcome::missing) return;
  const auto& division = judged.unit.provisions[scope];
  const auto& label = division.label[index(View::proposed)];
  if (fold(label) == fold(judged.unit.id)) return;  // the document itself
  finding.notes.push_back({{judged.unit.document, division.span}, label, "looked for here first, then in the text around it"});
}

/// Whether the target lies in a document of another code of the set.
bool crosses_codes(const Review& review, const JudgedReference& judged) {
  const auto& to = review.units[judged.link.unit].code;
  return !judged.unit.code.empty() && !to.empty() && judged.unit.code != to;
}

/// "v11.0" of a document: what the project file says, else what its cover says; empty when nothing does.
std::string version_of(const Review& review, Id<Unit> unit) {
  const auto* entry = review.inputs[unit.value].entry;
  if (entry && !entry->version.empty()) return "v" + entry->version;
  for (const auto& statement : review.units[unit].statements)
    if (statement.what == Statement::What::version && statement.where != Statement::Where::history) return "v" + statement.value;
  return {};
}

/// Which text leads, and which versions were compared.
void note_codes(const Review& review, const JudgedReference& judged, Finding& finding) {
  const auto leads = [&](Id<Unit> id) { return review.inputs[id.value].entry && review.inputs[id.value].entry->lead; };
  std::string message;
  for (const auto id : {judged.unit_id, judged.link.unit}) {
    const auto& unit = review.units[id];
    const auto version = version_of(review, id);
    message += (message.empty() ? "" : "; ") + unit.code + ": " + document_name(unit) + (version.empty() ? "" : " " + version) +
               (leads(id) ? " (leads)" : "");
  }
  finding.notes.push_back({{review.units[judged.link.unit].document, {}}, "", message});
}

/// What makes a rule speak of a reference.
struct Wanted {
  std::string outcome;

  [[nodiscard]] bool fits(Outcome is) const {
    if (is == Outcome::resolved) return outcome == "resolved";  // nearly all
    if (outcome == "not_used") return is == Outcome::not_used || is == Outcome::deleted;
    return name_of(is) == (outcome == "missing_elsewhere" ? "missing" : outcome);
  }

  [[nodiscard]] bool fits(const Review& review, const JudgedReference& judged) const {
    if (!fits(judged.link.outcome)) return false;
    if (outcome == "missing") return !crosses_codes(review, judged);
    if (outcome == "missing_elsewhere") return crosses_codes(review, judged);
    return outcome != "ambiguous" || (!judged.reference.relative && !judged.reference.label.starts_with('(') && is_sure_of_both(review, judged));
  }

  /// Plain lists "1. 2. 3." inside a text are no second paragraph 2.
  static bool is_sure_of_both(const Review& review, const JudgedReference& judged) {
    return std::all_of(judged.link.targets.begin(), judged.link.targets.end(), [&](const In<Provision>& target) {
      const auto& provision = review.units[target.unit].provisions[target.id];
      return provision.label[1].find_first_of(".(") != std::string::npos || !provision.heading[1].empty();
    });
  }
};

/// Said of the past, of the way from old to new, or of what a term once meant: a retired document may be named there.
bool speaks_of_transition(const JudgedReference& judged) {
  const auto& projection = judged.unit.projection(View::proposed);
  const auto at = projection.from_source(judged.reference.span.begin);
  auto begin = projection.text.rfind('\n', at);
  begin = begin == std::string::npos ? 0 : begin + 1;
  std::string around = fold(std::string_view(projection.text).substr(begin, projection.text.find('\n', at) - begin));
  for (auto id = judged.reference.from[1]; id; id = judged.unit.provisions[id].parent[1]) {
    around += " " + fold(judged.unit.provisions[id].heading[1]);
    if (judged.unit.provisions[id].kind == ProvisionKind::entry) return true;
  }
  for (const std::string_view word :
       {"transition", "migrat", "legacy", "supersed", "replaced", "which replaces", "and replaces", "formerly", "previously", "no longer", "ceased",
        "retired", "history", "immediately before", "as at", "in force before", "run-off", "cutover"})
    if (around.find(word) != std::string::npos) return true;
  return false;
}

/// Whether the reference is where a definition says that its meaning is: term.pointer-broken speaks of it, where it runs.
bool pointer_speaks(const Review& review, const JudgedReference& judged) {
  const bool runs = std::any_of(review.rules.begin(), review.rules.end(), [](const Rule& rule) { return rule.id == "term.pointer-broken"; });
  return runs && std::any_of(judged.unit.definitions.begin(), judged.unit.definitions.end(),
                             [&](const Definition& d) { return d.pointer && d.views.proposed && d.body.contains(judged.reference.span); });
}

/// The words of a message that only a document's name can give: no provision of it was looked for.
std::string name_of_document(const JudgedReference& judged) {
  return judged.reference.document.empty() ? judged.link.wanted_by(judged.reference) : *judged.reference.document;
}

}  // namespace

void check_reference_outcome(const Review& review, const Rule& rule, Checked& checked) {
  const auto with = rule.with.find("outcome");
  const Wanted wanted{with == rule.with.end() ? "missing" : with->second};
  const bool whole = wanted.outcome == "retired" || wanted.outcome == "unknown";
  const bool drifts = wanted.outcome == "missing" || wanted.outcome == "not_used" || wanted.outcome == "missing_elsewhere";
  const BaselineReferences baseline(review);
  for (const auto& judged : judged_references(review)) {
    if (!wanted.fits(review, judged) || speaks_of_the_past(judged.unit, judged.reference)) continue;
    if (drifts && (drift_of(review, baseline, judged) || footnote_drift_of(review, judged))) continue;
    if (wanted.outcome.starts_with("missing") && pointer_speaks(review, judged)) continue;
    if (wanted.outcome == "retired" && speaks_of_transition(judged)) continue;
    const auto before = baseline.of(judged);
    auto finding = make_finding(review, rule, judged.unit_id, judged.reference.span, {before.link && wanted.fits(before.link->outcome), true});
    if (!judged.unit.has_changes && before.link && !wanted.fits(before.link->outcome)) finding.introduced = true;
    const auto target = whole ? name_of_document(judged) : target_words(judged.reference, judged.link);
    finding.message = fill(rule.message, {{"label", finding.label},
                                          {"document", whole ? target : document_name(review.units[judged.link.unit])},
                                          {"target", target},
                                          {"outcome", judged.link.outcome == Outcome::deleted ? "deleted" : "not used"}});
    finding.key = whole ? target : document_name(review.units[judged.link.unit]) + " " + target;
    if (!whole) add_notes(review, judged.reference, judged.link, finding);
    note_order(judged, finding);
    if (wanted.outcome == "missing_elsewhere") note_codes(review, judged, finding);
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
