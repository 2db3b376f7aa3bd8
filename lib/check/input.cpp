// A problem becomes a finding of its rule; its place is in the file that has it.
#include "check/input.h"

#include "check/make_finding.h"

namespace dovetail {

void check_input_problem(const Review& review, const Rule& rule, Checked& checked) {
  const auto with = rule.with.find("rule");
  const std::string& wanted = with == rule.with.end() ? rule.id : with->second;
  for (std::size_t i = 0; i < review.documents.size(); ++i) {
    const auto document = Table<Document>::id_at(i);
    const bool background = (review.inputs[i].role == InputRole::baseline || review.inputs[i].role == InputRole::companion) &&
                            rule.severity == Severity::note;  // what a baseline merely contains helps nobody
    for (const auto* problems : {&review.documents[document].problems, &review.units[Table<Unit>::id_at(i)].problems})
      for (const auto& problem : *problems) {
        if (problem.rule != wanted || background) continue;
        Finding finding;
        finding.rule = rule.id;
        finding.severity = rule.severity;
        if (problem.minor) finding.severity = std::min(finding.severity, Severity::warning);
        finding.certainty = rule.certainty;
        finding.place = {document, problem.span};
        finding.views = {true, true};
        finding.key = problem.message;
        finding.message = review.documents[document].path + ": " + problem.message;
        if (problem.count > 1) finding.message += " (" + std::to_string(problem.count) + " times)";
        checked.findings.push_back(std::move(finding));
      }
  }
}

void check_after_all(const Review&, const Rule&, Checked&) {}

}  // namespace dovetail
