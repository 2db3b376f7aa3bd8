// version.history: amendment histories whose rows are out of order, or whose newest row is not of this version.
#include <string>

#include "check/identity_said.h"
#include "check/make_finding.h"
#include "check/version.h"

namespace dovetail {
namespace {

void history_finding(const Review& review, const Rule& rule, Id<Unit> unit, const Statement& row, const std::string& what, Checked& checked) {
  Finding finding = make_finding(review, rule, unit, row.span, row.views);
  finding.key = what;
  finding.message = fill(rule.message, {{"label", finding.label}, {"what", what}});
  checked.findings.push_back(std::move(finding));
}

}  // namespace

void check_history(const Review& review, const Rule& rule, Checked& checked) {
  each_draft(review, [&](Id<Unit> id) {
    const Unit& unit = review.units[id];
    const HistoryRows history = history_rows(unit);
    if (history.newest == nullptr) return;
    if (history.wrong != nullptr)
      return history_finding(review, rule, id, *history.wrong,
                             "the row of version " + history.wrong->raw + " stands behind that of " + history.before_wrong->raw, checked);
    const Statement* said = agreed(unit, Statement::What::version);
    if (said != nullptr && differ(Statement::What::version, history.newest->value, said->value))
      history_finding(review, rule, id, *history.newest,
                      "the newest row is of version " + history.newest->raw + ", and " + std::string(place_name(said->where)) + " says " + said->raw,
                      checked);
  });
}

}  // namespace dovetail
