// For a reviewer with a spreadsheet program: everything that was found and looked at, a sheet for each question.
#include "report/formats.h"
#include "report/xlsx/sheets.h"
#include "report/xlsx/views.h"

namespace dovetail {

Result<std::string> report_xlsx(const Review& review, const ReportOptions&) {
  using namespace xlsx;
  const auto tally = count(review);
  std::vector<Sheet> sheets{summary_sheet(review, tally), findings_sheet(review),    design_to_code_sheet(review), code_to_design_sheet(review),
                            gaps_sheet(review),           terms_sheet(review),       references_sheet(review),     changes_sheet(review),
                            waivers_sheet(review),        comments_log_sheet(review)};
  if (!review.corpus.conflicts.empty()) sheets.push_back(conflicts_sheet(review));
  const auto views = review.corpus.coverage.empty() ? std::vector<TableView>() : trace_views(review, nullptr);
  for (const TableView& view : views)
    if (view.id != "gaps" && view.id != "conflicts" && view.id != "text") sheets.push_back(sheet_of(view));
  return bytes_of(sheets);
}

}  // namespace dovetail
