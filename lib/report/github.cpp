// For GitHub Actions: a workflow command for each finding, shown beside the file in a pull request.
#include "report/changes.h"
#include "report/escape.h"
#include "report/formats.h"
#include "report/region.h"
#include "report/wording.h"

namespace dovetail {
namespace {

std::string replaced(std::string_view text, std::string_view signs) {
  std::string out;
  for (const char c : text) {
    if (signs.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4U];
      out += "0123456789ABCDEF"[static_cast<unsigned char>(c) & 15U];
    }
  }
  return out;
}

std::string data_of(std::string_view text) { return replaced(terminal_safe(text), "%\r\n"); }
std::string property_of(std::string_view text) { return replaced(terminal_safe(text), "%\r\n:,"); }

std::string_view command_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

}  // namespace

std::string report_github(const Review& review, const ReportOptions& options) {
  std::string out;
  for (const auto& finding : review.findings) {
    if (!finding.waived.empty()) continue;
    const auto& document = review.documents[finding.place.document];
    out.append("::").append(command_of(finding.severity)).append(" file=").append(property_of(path_in_repository(review, finding.place.document)));
    if (const auto region = region_of(document, finding.place.span); region.line != 0) {
      out += ",line=" + std::to_string(region.line);
      if (region.column != 0) out += ",col=" + std::to_string(region.column) + ",endColumn=" + std::to_string(region.end_column);
    }
    out += ",title=" + property_of(finding.rule) + "::" + data_of(finding.message);
    if (finding.fix) out += "%0ASuggested text: " + data_of(finding.fix->replace);
    out += "\n";
  }
  for (const auto& summary : summarise_changes(review))  // of no file: an annotation of the run
    out +=
        "::notice title=" + property_of("Changes of " + id_or_path(review.units[summary.draft->unit])) + "::" + data_of(change_line(summary)) + "\n";
  return !options.closing ? out : out + terminal_safe(closing_line(review)) + "\n";
}

}  // namespace dovetail
