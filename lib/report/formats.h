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

/// For code-scanning services: SARIF 2.1.0; waived findings are there as suppressed ones.
std::string report_sarif(const Review& review, const ReportOptions& options);

/// For build servers: JUnit XML; findings at or above options.fail_on are failures, waived ones skipped.
std::string report_junit(const Review& review, const ReportOptions& options);

/// For GitHub Actions: workflow commands, one a line; what each draft changes is a notice of no file.
std::string report_github(const Review& review, const ReportOptions& options);

/// For GitLab: a Code Quality report. The format is a list of defects and nothing else, each compared with the target branch by its fingerprint: a
/// summary of changes would be shown as a new defect whenever a draft changes, so this report has none.
std::string report_gitlab(const Review& review, const ReportOptions& options);

/// For a comment on a merge request.
std::string report_markdown(const Review& review, const ReportOptions& options);

/// For spreadsheets and scripts: one row a finding, waived ones too; no value can act as a formula. Rows of another kind would
/// be counted as findings by whoever reads it: the provisions that a draft changes are the rows of `compare --format csv`.
std::string report_csv(const Review& review, const ReportOptions& options);

/// For a reviewer with a spreadsheet program: an XLSX workbook. Fails where no temporary file can be written.
Result<std::string> report_xlsx(const Review& review, const ReportOptions& options);

/// The provision worksheet: a row for each changed provision with all that its reviewer needs, the comments log by provision, and the files. To read
/// and print; and as a workbook to fill in.
std::string report_worksheet(const Review& review, const ReportOptions& options);
Result<std::string> report_worksheet_xlsx(const Review& review, const ReportOptions& options);

/// The submission manifest, dovetail.manifest/1: files, checksums, versions, release, what each draft changes.
std::string report_manifest(const Review& review, const ReportOptions& options);

}  // namespace dovetail
