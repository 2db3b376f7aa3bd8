// The family register: tables that cannot be used as they stand.
#include "check/register.h"

#include <algorithm>
#include <array>
#include <string>

#include "check/atom_finding.h"
#include "check/make_finding.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

/// Rules that say nothing true without a register.
struct Dependent {
  std::string_view register_kind, rule;
};

constexpr std::array dependents{Dependent{"trace", "coverage.uncovered"}, Dependent{"versions", "version.baseline-moved"},
                                Dependent{"roles", "timetable.role-differs"}};

void add(const Review& review, const Rule& rule, Id<Unit> unit, Span span, const std::string& label, const std::string& what, bool minor,
         Checked& checked) {
  Finding finding = table_finding(review, rule, unit, span, label);
  if (minor) finding.severity = std::min(finding.severity, Severity::warning);
  finding.key = (label.empty() ? std::string() : label + " ") + what;
  finding.message = fill(rule.message, {{"label", label}, {"what", what}});
  checked.findings.push_back(std::move(finding));
}

/// A row that its author crossed out or hid, and that still says where an atom is codified.
void check_live_link(const Review& review, const Rule& rule, Id<Unit> unit, const Record& link, Checked& checked) {
  if (link.kind != "trace" || (!link.struck && !link.hidden) || trim(link.field("provision")).empty()) return;
  if (says_not_applicable(link.field("atom_id")) || trim(link.field("atom_id")).empty()) return;
  const std::string what = std::string(link.struck ? "a row that is struck through" : "a hidden row") + " carries a link from " +
                           std::string(link.field("atom_id")) + " to " + std::string(link.field("code_doc")) + " " +
                           std::string(link.field("provision"));
  add(review, rule, unit, link.span, row_id(link), what, true, checked);
}

}  // namespace

void check_malformed_register(const Review& review, const Rule& rule, Checked& checked) {
  for (std::uint32_t n = 0; n < review.units.size(); ++n) {
    const Id<Unit> id(n);
    const Unit& unit = review.units[id];
    bool unusable = false;
    for (const Problem& problem : unit.problems) {
      if (problem.rule != rule.id) continue;
      add(review, rule, id, problem.span, id_of_row_at(review, id, problem.span), problem.message, problem.minor, checked);
      unusable = unusable || (!problem.minor && unit.records.empty());
    }
    for (const Record& record : unit.records) check_live_link(review, rule, id, record, checked);
    if (!unusable || n >= review.inputs.size()) continue;
    for (const Dependent& dependent : dependents)
      if (dependent.register_kind == review.inputs[n].register_kind)
        checked.blocked.push_back({std::string(dependent.rule), "the " + review.inputs[n].register_kind + " register could not be used"});
  }
}

}  // namespace dovetail
