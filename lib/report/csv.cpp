// For spreadsheets and scripts: a row for each finding (RFC 4180, UTF-8).
#include <initializer_list>

#include "report/escape.h"
#include "report/formats.h"

namespace dovetail {
namespace {

// A value that a spreadsheet would take for a formula is made text by an apostrophe.
std::string cell(std::string_view text) {
  const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  std::string out = "\"";
  if (is_formula) out += '\'';
  for (const char c : terminal_safe(text)) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string row(std::initializer_list<std::string> values) {
  std::string out;
  for (const auto& value : values) out += (out.empty() ? "" : ",") + value;
  return out + "\r\n";
}

std::string views_of(Views views) { return views.baseline ? (views.proposed ? "both" : "baseline") : "proposed"; }

}  // namespace

std::string report_csv(const Review& review, const ReportOptions&) {
  std::string out = row({"document", "document_id", "label", "rule", "severity", "certainty", "introduced", "views", "message", "text",
                         "suggested_text", "atom", "origin", "fingerprint", "waived"});
  for (const auto& finding : review.findings) {
    const auto& document = review.documents[finding.place.document];
    out += row({cell(document.path), cell(review.units[Id<Unit>(finding.place.document.value)].id), cell(finding.label), cell(finding.rule),
                cell(name_of(finding.severity)), cell(name_of(finding.certainty)), cell(finding.introduced ? "yes" : "no"),
                cell(views_of(finding.views)), cell(finding.message), cell(finding.text), cell(finding.fix ? finding.fix->replace : ""),
                cell(finding.atom), cell(document.text.empty() ? "" : describe_origin(document, finding.place.span)), cell(finding.fingerprint),
                cell(finding.waived)});
  }
  return out;
}

}  // namespace dovetail
