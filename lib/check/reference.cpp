// One finding per reference; its outcome in the baseline says whether the draft introduced it.
#include "check/reference.h"

#include <algorithm>

#include "check/make_finding.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool matches(Outcome outcome, std::string_view wanted) {
  if (wanted == "not_used") return outcome == Outcome::not_used || outcome == Outcome::deleted;
  return name_of(outcome) == wanted;
}

/// "formerly paragraph 3", "previously paragraph 3": said of what was.
bool speaks_of_the_past(const Unit& unit, const Reference& reference) {
  const auto& projection = unit.projection(View::proposed);
  const auto at = projection.from_source(reference.span.begin);
  const auto from = at > 40 ? at - 40 : 0;
  const auto before = fold(std::string_view(projection.text).substr(from, at - from));
  const auto sentence = before.find_last_of(".;\n");
  const auto said = sentence == std::string::npos ? before : before.substr(sentence);
  for (const std::string_view word : {"formerly", "previously", "former ", "what was", "was then", "used to be"})
    if (said.find(word) != std::string::npos) return true;
  return false;
}

std::string kind_word(const Reference& reference) {
  if (reference.keyword.empty()) return "paragraph";
  return reference.keyword;
}

/// The target in the reader's words: "paragraph 9.4", "Appendix 5".
std::string target_words(const Reference& reference, const ReferenceLink& link) {
  if (link.wanted.find(' ') != std::string::npos) return link.wanted;
  const auto target = kind_word(reference) + " " + link.wanted;
  return reference.divisions.empty() ? target : target + " of " + reference.divisions.back();
}

void add_notes(const Review& review, const ReferenceLink& link, Finding& finding) {
  const auto& unit = review.units[link.unit];
  const auto note_of = [&](Id<Provision> id, const std::string& message) {
    const auto& provision = unit.provisions[id];
    finding.notes.push_back({{unit.document, provision.span}, provision.label[index(View::proposed)], message});
  };
  for (const auto& target : link.targets) note_of(target.id, "what stands there");
  if (link.nearest.empty()) return;
  for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
    const auto id = Table<Provision>::id_at(i);
    if (unit.provisions[id].label[index(View::proposed)] != link.nearest) continue;
    const auto dot = link.nearest.rfind('.');
    const bool sibling = !link.wanted.ends_with(')') && dot != std::string::npos && link.wanted.starts_with(link.nearest.substr(0, dot + 1));
    return note_of(id, sibling ? "the last one before it in " + link.nearest.substr(0, dot) : "the nearest that is there");
  }
}

}  // namespace

void check_reference_outcome(const Review& review, const Rule& rule, Checked& checked) {
  const auto with = rule.with.find("outcome");
  const std::string wanted = with == rule.with.end() ? "missing" : with->second;
  for (std::size_t u = 0; u < review.corpus.references.size(); ++u) {
    if (review.inputs[u].role != InputRole::draft) continue;  // live text is read to be cited, not judged
    const auto id = Table<Unit>::id_at(u);
    const auto& links = review.corpus.references[u];
    const auto& unit = review.units[id];
    for (std::size_t r = 0; r < links[1].size(); ++r) {
      const auto& reference = unit.references[Table<Reference>::id_at(r)];
      if (!reference.views.proposed || reference.interior || !matches(links[1][r].outcome, wanted)) continue;
      if (speaks_of_the_past(unit, reference)) continue;
      const auto& link = links[1][r];
      const Views views{reference.views.baseline && matches(links[0][r].outcome, wanted), true};
      auto finding = make_finding(review, rule, id, reference.span, views);
      const auto target = target_words(reference, link);
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"document", document_name(review.units[link.unit])},
                                            {"target", target},
                                            {"outcome", link.outcome == Outcome::deleted ? "deleted" : "not used"}});
      finding.key = document_name(review.units[link.unit]) + " " + target;
      add_notes(review, link, finding);
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
