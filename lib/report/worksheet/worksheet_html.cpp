// The worksheet to read and print: a block for each provision, its texts side by side, room for the decision.
#include <algorithm>
#include <array>

#include "report/escape.h"
#include "report/formats.h"
#include "report/html/elements.h"
#include "report/html/page.h"
#include "report/wording.h"
#include "report/worksheet/columns.h"
#include "report/worksheet/decisions.h"
#include "report/worksheet/manifest.h"
#include "report/worksheet/marked_words.h"

namespace dovetail {
namespace {

using namespace worksheet;
using html::element;

std::string lines_of(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    out += element("p", text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string name_of(const worksheet::Row& row) { return row.label.empty() ? row.before_label : row.label; }

std::string title_of(const worksheet::Row& row) {
  std::string state = row.change;
  if (row.before_label != row.label && !row.before_label.empty() && !row.label.empty()) state += ", was " + row.before_label;
  return "<h3>" + html_safe(row.document + " " + name_of(row) + (row.heading.empty() ? "" : ": " + row.heading)) + " " +
         element("span", state, "class=\"state " + html_safe(row.change) + "\"") +
         (row.since.empty() ? "" : " " + element("span", row.since, "class=\"state\"")) + "</h3>\n";
}

std::string text_box(std::string_view title, const std::string& words) {
  return "<div>" + element("h4", title) + (words.empty() ? "<p>–</p>" : words) + "</div>\n";
}

std::string facts_of(const worksheet::Row& row) {
  std::string facts;
  for (const auto& column : columns())
    if (column.fact && !(row.*column.field).empty()) facts += element("dt", column.title) + "<dd>" + lines_of(row.*column.field) + "</dd>\n";
  return facts.empty() ? facts : "<dl class=\"facts\">\n" + facts + "</dl>\n";
}

std::string block_of(const Review& review, const worksheet::Row& row) {
  return "<article class=\"provision\">\n" + title_of(row) + "<div class=\"texts\">\n" +
         text_box("Baseline", marked_words(review, row.unit, row.provision, View::baseline)) +
         text_box("Proposed", marked_words(review, row.unit, row.provision, View::proposed)) + text_box("Design", lines_of(row.design)) + "</div>\n" +
         facts_of(row) +
         "<p class=\"decision\"><span>Decision: ____________</span><span>Reviewer: ____________</span><span>Date: ____________</span>" +
         element("code", row.text_key + (row.design_key.empty() ? "" : " · " + row.design_key)) + "</p>\n</article>\n";
}

template <class Titles>
std::string head_of(const Titles& titles) {
  std::string out = "<table><thead><tr>";
  for (const auto& title : titles) out += element("th", title, "scope=\"col\"");
  return out + "</tr></thead><tbody>\n";
}

/// What needs no second look.
std::string decided_section(const std::vector<worksheet::Row>& rows) {
  constexpr std::string_view title = "Decided, and unchanged since";
  std::string cells;
  for (const auto& row : rows)
    if (row.decided)
      cells += "<tr>" + element("td", row.document) + element("th", name_of(row), "scope=\"row\"") + element("td", row.heading) +
               element("td", row.change) + element("td", row.decision) + element("td", row.reviewer) + element("td", row.decided_on) + "</tr>\n";
  if (cells.empty()) return {};
  return html::section("decided", title,
                       html::scrolling(title, head_of(std::array{"Document", "Provision", "Heading", "Change", "Decision", "Reviewer", "Date"}) +
                                                  cells + "</tbody></table>"));
}

std::string comments_section(const Review& review) {
  const auto comments = placed_comments(review);
  if (comments.empty()) return {};
  std::vector<std::string_view> titles;
  for (const auto& column : comment_columns()) titles.push_back(column.title);
  std::string table = head_of(titles);
  for (const auto& comment : comments) {
    table += "<tr>";
    for (const auto& column : comment_columns()) table += element("td", comment.*column.field);
    table += "</tr>\n";
  }
  return html::section("comments", "Comments by provision", html::scrolling("Comments by provision", table + "</tbody></table>"));
}

std::string files_section(const Review& review) {
  std::string table = head_of(std::array{"File", "Role", "Id", "Version", "Release", "SHA-256", "Changes"});
  for (const auto& file : manifest_of(review))
    table += "<tr>" + element("td", file.path) + element("td", file.role) + element("td", file.id) + element("td", file.version) +
             element("td", file.release) + "<td>" + element("code", file.checksum) + "</td>" + element("td", file.changes) + "</tr>\n";
  return html::section("files", "Files", html::scrolling("Files", table + "</tbody></table>"));
}

std::string summary_of(const std::vector<worksheet::Row>& rows, bool first_round) {
  const auto decided = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const worksheet::Row& row) { return row.decided; }));
  std::string text = counted(rows.size(), "provision") + (rows.size() == 1 ? " is" : " are") + " changed";
  if (!first_round)
    text += ": " + std::to_string(decided) + " decided before and unchanged since, " + std::to_string(rows.size() - decided) + " to decide";
  return text + ". A decision holds as long as the keys at its end stay the same.";
}

std::string provisions_section(const Review& review, const std::vector<worksheet::Row>& rows) {
  std::string out;
  for (const auto& row : rows)
    if (!row.decided) out += block_of(review, row);
  return html::section("provisions", "Provisions to decide on", out.empty() ? "<p>None</p>\n" : out);
}

}  // namespace

std::string report_worksheet(const Review& review, const ReportOptions& options) {
  const std::string title = (review.project.name.empty() ? "" : review.project.name + ": ") + std::string("provision worksheet");
  const auto rows = rows_of(review);
  std::string navigation, content = element("p", summary_of(rows, !has_decisions(review))) + "\n";
  const auto add = [&](const std::string& id, std::string_view name, const std::string& text) {
    if (text.empty()) return;
    content += text;
    navigation += html::link(id, name) + "\n";
  };
  add("provisions", "Provisions", provisions_section(review, rows));
  add("decided", "Decided", decided_section(rows));
  add("comments", "Comments", comments_section(review));
  add("files", "Files", files_section(review));
  return html::page(title, navigation, content, options);
}

}  // namespace dovetail
