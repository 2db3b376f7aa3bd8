// For GitLab merge requests: a Code Quality report (the subset of the Code Climate format that GitLab reads).
#include "report/formats.h"
#include "report/json_text.h"
#include "report/region.h"

namespace dovetail {
namespace {

std::string_view severity_of(const Finding& finding) {
  switch (finding.severity) {
    case Severity::error:
      return "critical";
    case Severity::warning:
      return "major";
    case Severity::note:
      break;
  }
  return "info";
}

}  // namespace

std::string report_gitlab(const Review& review, const ReportOptions&) {
  Json issues = Json::array();
  for (const auto& finding : review.findings) {
    if (!finding.waived.empty()) continue;
    const auto& document = review.documents[finding.place.document];
    const auto region = region_of(document, finding.place.span);
    issues.push_back(
        {{"description", finding.message + " [" + finding.rule + "]"},
         {"check_name", finding.rule},
         {"fingerprint", finding.fingerprint},
         {"severity", severity_of(finding)},
         {"location", {{"path", path_in_repository(review, finding.place.document)}, {"lines", {{"begin", region.line == 0 ? 1U : region.line}}}}}});
  }
  return finished(issues);
}

}  // namespace dovetail
