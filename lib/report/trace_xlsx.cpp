// Coverage of the design as a workbook: a sheet for each table.
#include "report/trace.h"
#include "report/trace_views.h"
#include "report/xlsx/views.h"

namespace dovetail {

Result<std::string> trace_xlsx(const Review& review, const ReportOptions&, const TraceBefore* before) {
  const auto views = trace_views(review, before);
  xlsx::Sheet run{"Summary", {{"About", 16}, {"What", 80}}, {{"Run", trace_closing(review)}}, {}};
  for (const auto& filter : review.filters) run.rows.push_back({"Filter", filter});
  std::vector<xlsx::Sheet> sheets{std::move(run)};
  for (const TableView& view : views) sheets.push_back(xlsx::sheet_of(view));
  const TableView atoms = atoms_view(review, before);
  sheets.push_back(xlsx::sheet_of(atoms));
  return xlsx::bytes_of(sheets);
}

}  // namespace dovetail
