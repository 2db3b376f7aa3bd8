// Coverage of the design as a page for a browser.
#include "report/html/elements.h"
#include "report/html/page.h"
#include "report/html/views.h"
#include "report/trace.h"
#include "report/trace_views.h"

namespace dovetail {

std::string trace_html(const Review& review, const ReportOptions& options, const TraceBefore* before) {
  std::string content = html::section("summary", "Summary", html::element("p", trace_closing(review)) + "\n");
  std::string navigation = html::link("summary", "Summary") + "\n";
  const auto add = [&](const TableView& view) {
    content += html::section(view.id, view.title, html::table_of(view));
    navigation += html::link(view.id, view.title) + "\n";
  };
  for (const TableView& view : trace_views(review, before)) add(view);
  if (!review.corpus.coverage.empty()) add(atoms_view(review, before));
  return html::page(review.project.name.empty() ? "dovetail trace" : review.project.name + ": coverage of the design", navigation, content, options);
}

}  // namespace dovetail
