// Comparisons as a workbook: a sheet of provisions, and one of what a drafter must carry over.
#include <string>
#include <vector>

#include "report/compare.h"
#include "report/xlsx/book.h"

namespace dovetail {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : "; ") + word;
  return text;
}

xlsx::Sheet provisions(const ComparedForReport& compared) {
  xlsx::Sheet sheet{
      "Provisions",
      {{"Change", 16}, {"Before", 12}, {"Now", 12}, {"Heading", 30}, {"Text before", 60}, {"Text now", 60}, {"Definitions changed", 30}},
      {},
      {}};
  for (const ProvisionChange& change : compared.comparison.provisions)
    if (change.fate != ProvisionFate::same || !change.terms.empty())
      sheet.rows.push_back({told_of(compared.comparison, change), change.before_label, change.after_label, change.heading, change.before_text,
                            change.after_text, joined(change.terms)});
  return sheet;
}

xlsx::Sheet carry_over(const ComparedForReport& compared) {
  xlsx::Sheet sheet{"Carry over",
                    {{"To do", 12, {"carry over", "settle", "renumber", "nothing", "done"}},
                     {"State", 12},
                     {"Provision", 12},
                     {"Live change", 18},
                     {"Heading", 30},
                     {"Baseline provision", 12},
                     {"Live provision", 12},
                     {"Baseline", 50},
                     {"Live", 50},
                     {"Draft", 50}},
                    {},
                    {{"settle", 0xFBD2D2}, {"carry over", 0xFFF0C2}}};
  for (const ThreeWayRow& row : compared.three->rows)
    sheet.rows.push_back({to_do(row), name_of(row.state), number_of(row), row.live_change, row.heading, row.baseline_label, row.live_label,
                          row.baseline_text, row.live_text, row.draft_text});
  return sheet;
}

}  // namespace

Result<std::string> compare_xlsx(const ComparedForReport& compared, const ReportOptions&) {
  std::vector<xlsx::Sheet> sheets;
  if (compared.three != nullptr) sheets.push_back(carry_over(compared));
  sheets.push_back(provisions(compared));
  return xlsx::bytes_of(sheets);
}

}  // namespace dovetail
