// A new term in text that takes effect before the text that defines it.
#include <algorithm>
#include <set>

#include "check/definition_text.h"
#include "check/term.h"

namespace dovetail {
namespace {

/// The day a document takes effect: as the project says, else as its cover or statements do; empty where nobody says.
std::string effective_day(const Review& review, Id<Unit> id) {
  const auto* entry = review.inputs[id.value].entry;
  if (entry && !entry->date.empty()) return entry->date;
  const auto& unit = review.units[id];
  for (const auto& statement : unit.statements)
    if (statement.what == Statement::What::date && statement.views.proposed && statement.value.size() == 10 &&
        (statement.where == Statement::Where::cover || statement.where == Statement::Where::statement))
      return statement.value;
  return {};
}

}  // namespace

void check_used_before_effective(const Review& review, const Rule& rule, Checked& checked) {
  std::vector<std::string> days;
  for (std::size_t u = 0; u < review.units.size(); ++u) days.push_back(effective_day(review, Table<Unit>::id_at(u)));
  for (std::size_t u = 0; u < review.corpus.uses.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id) || days[u].empty()) continue;
    const auto& unit = review.units[id];
    for (const auto& use : review.corpus.uses[u]) {
      const auto meant = use.definition[index(View::proposed)];
      if (!use.views.proposed || meant < 0) continue;
      const auto& in = review.corpus.terms[use.term].definitions[static_cast<std::size_t>(meant)];
      const auto& d = definition_of(review, in);
      // Only what the draft brings: a definition that was there before is in force.
      if (in.unit == id || d.views.baseline || days[in.unit.value].empty() || days[in.unit.value] <= days[u]) continue;
      const auto& first = unit.words[use.first_word];
      const auto& last = unit.words[use.last_word];
      auto finding = make_finding(review, rule, id, {first.begin, last.begin + last.length}, {use.views.baseline, true});
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"term", d.term},
                                            {"scope", scope_name(review, in)},
                                            {"document", document_name(unit)},
                                            {"date", days[u]},
                                            {"other", document_name(review.units[in.unit])},
                                            {"defined", days[in.unit.value]}});
      finding.key = d.folded;
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
