// The reporters, one file each; others ask for them by name (reporters.h).
#pragma once

#include <string>

#include "report/reporters.h"

namespace dovetail {

/// For a person at a terminal: grouped by document, label first, the words at fault in their sentence.
std::string report_text(const Review& review, const ReportOptions& options);

/// For programs: dovetail.findings/1, described by findings.schema.json.
std::string report_json(const Review& review, const ReportOptions& options);

/// For a person with a browser: one file that works from disk with no network.
std::string report_html(const Review& review, const ReportOptions& options);

}  // namespace dovetail
