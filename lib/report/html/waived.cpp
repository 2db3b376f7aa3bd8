// Findings that a person has accepted, with the reason.
#include "report/html/elements.h"
#include "report/html/sections.h"

namespace dovetail::html {

std::string waived_section(const Review& review, const Tally&) {
  std::string rows;
  for (const auto& finding : review.findings)
    if (!finding.waived.empty())
      rows += "<tr>" + element("td", review.documents[finding.place.document].path) + element("td", finding.message) +
              element("td", finding.rule, "class=\"rule\"") + element("td", finding.waived) + "</tr>\n";
  if (rows.empty()) return {};
  return section(
      "waived", "Waived",
      scrolling("Waived findings", "<table>" + heads({"Document", "Finding", "Rule", "Reason"}) + "<tbody>\n" + rows + "</tbody></table>"));
}

}  // namespace dovetail::html
