// Comparisons as a table for a spreadsheet: what a drafter must carry over.
#include <string>
#include <vector>

#include "report/compare.h"
#include "report/csv_row.h"
#include "report/wording.h"

namespace dovetail {
namespace {

std::string document_of(const ComparedForReport& compared) {
  const Unit& unit = compared.review.units[compared.comparison.after];
  return id_or_path(unit);
}

}  // namespace

std::string compare_csv(const ComparedForReport& compared, const ReportOptions&) {
  std::string out;
  const std::string document = document_of(compared);
  if (compared.three == nullptr) {
    out = csv_row({"Document", "Change", "Provision before", "Provision", "Heading", "Before", "After", "Definitions changed"});
    for (const ProvisionChange& change : compared.comparison.provisions) {
      if (change.fate == ProvisionFate::same && change.terms.empty()) continue;
      std::string terms;
      for (const std::string& term : change.terms) terms += (terms.empty() ? "" : "; ") + term;
      out += csv_row({document, told_of(compared.comparison, change), change.before_label, change.after_label, change.heading, change.before_text,
                      change.after_text, terms});
    }
    return out;
  }
  out = csv_row(
      {"Document", "Provision", "Heading", "State", "To do", "Live change", "Baseline provision", "Live provision", "Baseline", "Live", "Draft"});
  for (const ThreeWayRow& r : compared.three->rows)
    out += csv_row({document, number_of(r), r.heading, std::string(name_of(r.state)), std::string(to_do(r)), r.live_change, r.baseline_label,
                    r.live_label, r.baseline_text, r.live_text, r.draft_text});
  return out;
}

}  // namespace dovetail
