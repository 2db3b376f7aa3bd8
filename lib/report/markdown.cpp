// For a comment on a merge request: a summary and a table in GitHub's and GitLab's Markdown.
#include <map>

#include "report/changes.h"
#include "report/escape.h"
#include "report/formats.h"
#include "report/tally.h"
#include "report/wording.h"

namespace dovetail {
namespace {

constexpr std::size_t most_rows = 250;  // a comment holds some 65,000 characters

// Words that cannot become markup: signs that mean something get a backslash, tags become text.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : terminal_safe(text)) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else if (std::string_view("\\`*_{}[]()#+-!|>~@").find(c) != std::string_view::npos)
      out += std::string("\\") + c;
    else
      out += c;
  }
  return out;
}

std::string row_of(const Finding& finding) {
  std::string row = "| " + std::string(imperative_of(finding.severity)) + " | " + plain(finding.message);
  if (finding.fix) row += "<br>Suggested text: " + plain(finding.fix->replace);
  if (!finding.introduced) row += " (already in the baseline)";
  return row + " | `" + finding.rule + "` |\n";
}

}  // namespace

std::string report_markdown(const Review& review, const ReportOptions&) {
  const auto tally = count(review);
  const std::string title = review.project.name.empty() ? "dovetail" : plain(review.project.name) + ": dovetail";
  std::string out = "## " + title + "\n\n" + plain(closing_line(review)) + "\n";
  for (const auto& summary : summarise_changes(review))
    out += "\nChanges of " + plain(id_or_path(review.units[summary.draft->unit])) + ": " + plain(change_line(summary)) + "\n";
  std::map<Id<Document>, std::vector<const Finding*>> groups;
  for (const auto& finding : review.findings)
    if (finding.waived.empty()) groups[first_of_file(review, finding.place.document)].push_back(&finding);
  std::size_t rows = 0, left_out = 0;
  for (const auto& [document, findings] : groups) {
    if (rows < most_rows) out += "\n### " + plain(review.documents[document].path) + "\n\n| | Finding | Rule |\n|---|---|---|\n";
    for (const auto* finding : findings) {
      if (rows++ < most_rows)
        out += row_of(*finding);
      else
        ++left_out;
    }
  }
  if (left_out != 0) out += "\n" + counted(left_out, "more finding") + " not shown here; the HTML report has them all\n";
  return out;
}

}  // namespace dovetail
