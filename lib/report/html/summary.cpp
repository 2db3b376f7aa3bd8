// What was looked at and what came of it, in figures.
#include <map>

#include "report/html/elements.h"
#include "report/html/sections.h"
#include "report/wording.h"

namespace dovetail::html {
namespace {

std::string severities_of(const Tally& tally) {
  std::string out = "<ul class=\"tiles\">";
  for (const auto severity : {Severity::error, Severity::warning, Severity::note}) {
    constexpr std::array<std::string_view, 3> words{"noted", "to check", "to correct"};
    const auto n = static_cast<std::size_t>(severity);
    out += "<li class=\"" + std::string(name_of(severity)) + "\"><strong>" + std::to_string(tally.severities[n]) + "</strong> " +
           std::string(words[n]) + "</li>";
  }
  if (tally.waived != 0) out += "<li><strong>" + std::to_string(tally.waived) + "</strong> waived</li>";
  return out + "</ul>\n";
}

std::string documents_of(const Review& review, const Tally& tally) {
  std::map<Id<Document>, std::array<std::size_t, 3>> found;
  for (const auto& finding : review.findings)
    if (finding.waived.empty()) ++found[finding.place.document][static_cast<std::size_t>(finding.severity)];
  std::string out = "<table><caption>Documents</caption>" +
                    heads({"Document", "Id", "Code", "Profile", "Provisions", "References", "To correct", "To check", "Notes"}) + "<tbody>\n";
  for (const auto& counted : tally.documents) {
    const auto& unit = review.units[counted.unit];
    const auto& severities = found[unit.document];
    const auto anchor = is_shown(review, unit.document) ? anchor_of(unit.document) : std::string();
    out += "<tr><th scope=\"row\">" + link(anchor, unit.path) + "</th>" + element("td", unit.id) + element("td", unit.code) +
           element("td", unit.profile) + figure(counted.provisions) + figure(counted.references) + figure(severities[2]) + figure(severities[1]) +
           figure(severities[0]) + "</tr>\n";
  }
  return scrolling("Documents", out + "</tbody></table>");
}

std::string references_of(const Tally& tally) {
  std::string out = "<table><caption>References</caption>" + heads({"Outcome", "Count"}) + "<tbody>\n";
  for (std::size_t n = 0; n < outcome_count; ++n) {
    const auto name = words_of_kind(name_of(static_cast<Outcome>(n)));
    if (tally.outcomes[n] != 0) out += "<tr>" + element("th", name, "scope=\"row\"") + figure(tally.outcomes[n]) + "</tr>\n";
  }
  return out + "<tr>" + element("th", "found", "scope=\"row\"") + figure(tally.references) + "</tr>\n</tbody></table>\n";
}

std::string blocked_of(const Review& review) {
  if (review.blocked.empty()) return {};
  std::string out = "<h3>Rules that could not run</h3>\n<ul>\n";
  for (const auto& blocked : review.blocked) {
    const auto where = blocked.document ? review.documents[blocked.document].path + ": " : std::string();
    out += "<li>" + element("span", blocked.rule, "class=\"rule\"") + " " + element("span", where + blocked.reason) + "</li>\n";
  }
  return out + "</ul>\n";
}

}  // namespace

std::string summary_section(const Review& review, const Tally& tally) {
  return section(
      "summary", "Summary",
      severities_of(tally) + element("p", closing_line(review)) + "\n" + documents_of(review, tally) + references_of(tally) + blocked_of(review));
}

}  // namespace dovetail::html
