// The worksheet to read and print: a block for each provision, its texts side by side, room for the decision.
#include "report/escape.h"
#include "report/formats.h"
#include "report/html/elements.h"
#include "report/worksheet/columns.h"
#include "report/worksheet/manifest.h"

namespace dovetail {
namespace {

using namespace worksheet;
using html::element;

constexpr std::string_view style =
    ":root{color-scheme:light dark}body{font:15px/1.45 system-ui,sans-serif;margin:0 auto;max-width:90rem;padding:1rem}"
    "article{border:1px solid GrayText;border-radius:.3rem;padding:.6rem 1rem;margin:1rem 0;break-inside:avoid}"
    ".texts{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem}.texts h4,.facts dt{margin:.2rem "
    "0;font-size:.85rem;font-weight:600}"
    ".words{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}.facts{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}.facts "
    "dd{margin:0;white-space:pre-wrap}"
    "table{border-collapse:collapse}th,td{border:1px solid GrayText;padding:.2rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
    ".scroll{overflow-x:auto}.decision{display:flex;flex-wrap:wrap;gap:1.5rem;margin-top:.6rem}code{overflow-wrap:anywhere}";

std::string block_of(const worksheet::Row& row) {
  const auto name = row.label.empty() ? row.before_label : row.label;
  std::string out =
      "<article>\n" + element("h3", row.document + " " + name + (row.heading.empty() ? "" : ": " + row.heading)) +
      element("p",
              row.change + (row.before_label != row.label && !row.before_label.empty() && !row.label.empty() ? ", was " + row.before_label : "")) +
      "\n<div class=\"texts\">\n";
  for (const auto& [title, words] : {std::pair("Baseline", &row.baseline), std::pair("Proposed", &row.proposed), std::pair("Design", &row.design)})
    out += "<section>" + element("h4", title) + element("p", words->empty() ? "none" : *words, "class=\"words\"") + "</section>\n";
  out += "</div>\n<dl class=\"facts\">\n";
  for (const auto& column : columns()) {
    const bool shown = column.field == &worksheet::Row::sla || column.field == &worksheet::Row::sender ||
                       column.field == &worksheet::Row::receivers || column.field == &worksheet::Row::changes ||
                       column.field == &worksheet::Row::comments || column.field == &worksheet::Row::cited_by ||
                       column.field == &worksheet::Row::live || column.field == &worksheet::Row::findings;
    if (shown && !(row.*column.field).empty()) out += element("dt", column.title) + element("dd", row.*column.field) + "\n";
  }
  return out + "</dl>\n<p class=\"decision\"><span>Decision: ____________</span><span>Reviewer: ____________</span><span>Date: ____________</span>" +
         element("code", row.text_key + (row.design_key.empty() ? "" : " · " + row.design_key)) + "</p>\n</article>\n";
}

std::string comments_table(const Review& review) {
  const auto comments = placed_comments(review);
  if (comments.empty()) return {};
  std::string table = "<table><thead><tr>";
  for (const auto& column : comment_columns()) table += element("th", column.title, "scope=\"col\"");
  table += "</tr></thead><tbody>\n";
  for (const auto& comment : comments) {
    table += "<tr>";
    for (const auto& column : comment_columns()) table += element("td", comment.*column.field);
    table += "</tr>\n";
  }
  return element("h2", "Comments by provision") + "\n<div class=\"scroll\" role=\"region\" aria-label=\"Comments by provision\" tabindex=\"0\">" +
         table + "</tbody></table></div>\n";
}

std::string manifest_table(const Review& review) {
  std::string table = "<table><thead><tr>";
  for (const auto* title : {"File", "Role", "Id", "Version", "Release", "SHA-256", "Changes"}) table += element("th", title, "scope=\"col\"");
  table += "</tr></thead><tbody>\n";
  for (const auto& file : manifest_of(review))
    table += "<tr>" + element("td", file.path) + element("td", file.role) + element("td", file.id) + element("td", file.version) +
             element("td", file.release) + "<td>" + element("code", file.checksum) + "</td>" + element("td", file.changes) + "</tr>\n";
  return element("h2", "Files") + "\n<div class=\"scroll\" role=\"region\" aria-label=\"Files\" tabindex=\"0\">" + table + "</tbody></table></div>\n";
}

}  // namespace

std::string report_worksheet(const Review& review, const ReportOptions& options) {
  const std::string title = (review.project.name.empty() ? "" : review.project.name + ": ") + std::string("provision worksheet");
  const auto rows = rows_of(review);
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
      "'none'; "
      "style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" "
      "content=\"dovetail " +
      html_safe(options.version) + "\">\n" + element("title", title) + "\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<main>\n" +
      element("h1", title) + "\n" +
      element("p", std::to_string(rows.size()) + (rows.size() == 1 ? " provision is" : " provisions are") +
                       " changed; a decision holds as long as the keys at its end stay the same") +
      "\n";
  if (!rows.empty()) out += element("h2", "Provisions") + "\n";
  for (const auto& row : rows) out += block_of(row);
  return out + comments_table(review) + manifest_table(review) + "</main>\n</body>\n</html>\n";
}

}  // namespace dovetail
