// For spreadsheets and scripts: a row for each finding (RFC 4180, UTF-8).
#include "report/csv_row.h"
#include "report/formats.h"

namespace dovetail {
namespace {

std::string cell(std::string_view text) { return csv_cell(text, &terminal_safe); }

std::string views_word(Views views) { return views.baseline ? (views.proposed ? "both" : "baseline") : "proposed"; }

}  // namespace

std::string report_csv(const Review& review, const ReportOptions&) {
  std::string out = csv_line({"document", "document_id", "label", "rule", "severity", "certainty", "introduced", "views", "message", "text",
                              "suggested_text", "atom", "origin", "fingerprint", "waived"});
  for (const auto& finding : review.findings) {
    const auto& document = review.documents[finding.place.document];
    out += csv_line({cell(document.path), cell(review.units[Id<Unit>(finding.place.document.value)].id), cell(finding.label), cell(finding.rule),
                     cell(name_of(finding.severity)), cell(name_of(finding.certainty)), cell(finding.introduced ? "yes" : "no"),
                     cell(views_word(finding.views)), cell(finding.message), cell(finding.text), cell(finding.fix ? finding.fix->replace : ""),
                     cell(finding.atom), cell(document.text.empty() ? "" : describe_origin(document, finding.place.span)), cell(finding.fingerprint),
                     cell(finding.waived)});
  }
  return out;
}

}  // namespace dovetail
