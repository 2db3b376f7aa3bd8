// What each draft changes, in figures and provision by provision.
#include "report/changes.h"

#include "report/html/elements.h"
#include "report/html/sections.h"

namespace dovetail::html {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string fate_words(ProvisionFate fate) {
  if (fate == ProvisionFate::added) return "new";
  return fate == ProvisionFate::renumbered ? "only renumbered" : std::string(name_of(fate));
}

std::string changes_table(const Review& review, const ChangeSummary& summary) {
  std::string table = "<table><thead>" + heads({"Change", "Before", "Now", "Heading", "By", "For"}) + "</thead><tbody>\n";
  for (const auto& provision : summary.draft->provisions)
    table += "<tr>" + element("td", fate_words(provision.fate)) + element("td", provision.before_label) + "<td>" +
             link(anchor_of(review, In<Provision>{summary.draft->unit, provision.provision}), provision.after_label) + "</td>" +
             element("td", provision.heading) + element("td", joined(provision.authors)) + element("td", joined(provision.change_ids)) + "</tr>\n";
  return table + "</tbody></table>";
}

}  // namespace

std::string changes_section(const Review& review, const Tally&) {
  std::string content;
  for (const auto& summary : summarise_changes(review)) {
    const auto& path = review.units[summary.draft->unit].path;
    content += element("h3", path) + "\n" + element("p", change_line(summary)) + "\n<details><summary>Provision by provision</summary>\n" +
               scrolling("Changed provisions of " + path, changes_table(review, summary)) + "</details>\n";
  }
  return content.empty() ? content : section("changes", "What the drafts change", content);
}

}  // namespace dovetail::html
