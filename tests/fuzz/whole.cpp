// Fuzz target: the whole job on one text, with every rule, and every report that is text.
#include <nlohmann/json.hpp>

#include "fuzz/promises.h"
#include "fuzz/shipped.h"
#include "fuzz/targets.h"
#include "report/reporters.h"
#include "text/unicode.h"

namespace dovetail::fuzz {

void whole(std::string_view bytes) {
  const auto review = checked(bytes, "marked-text");
  for (const auto& finding : review.findings) {
    const auto& document = review.documents[finding.place.document];
    expect(finding.place.span.begin <= finding.place.span.end && finding.place.span.end <= document.text.size(), "a finding stands in its document");
    expect(!finding.message.empty() && !finding.fingerprint.empty(), "a finding has a message and a fingerprint");
  }
  for (const auto format : report_formats()) {
    if (is_binary(format)) continue;
    const auto report = report_as(format, review, {});
    expect(report.has_value(), "a report can be made");
    expect(valid_utf8(*report) == *report, "a report is UTF-8");
    if (format == "json" || format == "sarif" || format == "gitlab" || format == "manifest")
      expect(nlohmann::json::accept(*report), "a report for programs is JSON");
    for (const char c : *report)
      expect(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r', "no control character is shown");
  }
}

}  // namespace dovetail::fuzz
