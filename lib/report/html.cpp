// For a person with a browser: one file, plain, usable by keyboard and screen reader, with no script and no network.
#include <map>
#include <set>

#include "report/escape.h"
#include "report/excerpt.h"
#include "report/formats.h"
#include "report/glossary.h"
#include "report/tally.h"
#include "report/wording.h"

namespace dovetail {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { border: 1px solid #8888; padding: .25rem .6rem; text-align: left; vertical-align: top; }
td.figure { text-align: right; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
article { border-left: .3rem solid #8888; padding: .1rem 0 .1rem .8rem; margin: .8rem 0; }
article.error { border-color: #b00020; } article.warning { border-color: #b26a00; }
article p { margin: .2rem 0; }
blockquote { margin: .3rem 0 .3rem 1rem; }
mark { background: #ffe08a; color: #000; padding: 0 .1em; }
.rule { font-family: ui-monospace, monospace; font-size: .9em; }
:focus-visible { outline: .15rem solid #0b57d0; }
)";

// Every text of an input goes through here; there is no other way into the page.
std::string element(std::string_view tag, std::string_view text, std::string_view attributes = {}) {
  std::string out = "<";
  out += tag;
  if (!attributes.empty()) out.append(" ").append(attributes);
  out += ">";
  out += html_safe(text);
  out.append("</").append(tag).append(">");
  return out;
}

std::string figure(std::size_t value) { return element("td", std::to_string(value), "class=\"figure\""); }

// --- summary ---

std::string summary_of(const Review& review, const Tally& tally) {
  std::string out = "<section aria-labelledby=\"summary\"><h2 id=\"summary\">Summary</h2>\n" + element("p", closing_line(review)) + "\n";
  out +=
      "<table><caption>Documents</caption><thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Id</th><th scope=\"col\">Code</th>"
      "<th scope=\"col\">Profile</th><th scope=\"col\">Provisions</th><th scope=\"col\">References</th></tr></thead><tbody>\n";
  for (const auto& counted : tally.documents) {
    const auto& unit = review.units[counted.unit];
    out += "<tr>" + element("th", unit.path, "scope=\"row\"") + element("td", unit.id) + element("td", unit.code) + element("td", unit.profile) +
           figure(counted.provisions) + figure(counted.references) + "</tr>\n";
  }
  out +=
      "</tbody></table>\n<table><caption>References</caption><thead><tr><th scope=\"col\">Outcome</th><th "
      "scope=\"col\">Count</th></tr></thead><tbody>\n";
  for (std::size_t n = 0; n < outcome_count; ++n)
    out += "<tr>" + element("th", name_of(static_cast<Outcome>(n)), "scope=\"row\"") + figure(tally.outcomes[n]) + "</tr>\n";
  out += "</tbody></table>\n";
  if (!review.blocked.empty()) {
    out += "<h3>Rules that could not run</h3>\n<ul>\n";
    for (const auto& blocked : review.blocked) out += element("li", blocked.rule + ": " + blocked.reason) + "\n";
    out += "</ul>\n";
  }
  return out + "</section>\n";
}

// --- findings ---

std::string finding_of(const Review& review, const Finding& finding) {
  constexpr std::size_t room = 400;
  const auto& document = review.documents[finding.place.document];
  std::string out = "<article class=\"" + std::string(name_of(finding.severity)) + "\" id=\"f-" + html_safe(finding.fingerprint) +
                    "\">\n<p><strong>" + std::string(imperative_of(finding.severity)) + "</strong> " + html_safe(finding.message) + " " +
                    element("span", "[" + finding.rule + "]", "class=\"rule\"") + "</p>\n";
  if (const auto excerpt = excerpt_of(review, finding, room); !excerpt.empty())
    out += "<blockquote>" + html_safe(excerpt.before) + element("mark", excerpt.words) + html_safe(excerpt.after) + "</blockquote>\n";
  for (const auto& note : finding.notes) out += element("p", note_line(review, finding, note)) + "\n";
  if (finding.fix) out += element("p", "Suggested text: " + finding.fix->replace) + "\n";
  if (!document.text.empty())
    if (const auto origin = describe_origin(document, finding.place.span); !origin.empty()) out += "<p>" + element("small", origin) + "</p>\n";
  return out + "</article>\n";
}

std::string list_of(const Review& review, const std::vector<const Finding*>& findings, bool introduced) {
  std::string out;
  for (const auto* finding : findings)
    if (finding->introduced == introduced) out += finding_of(review, *finding);
  return out;
}

std::string findings_of(const Review& review) {
  std::map<Id<Document>, std::vector<const Finding*>> groups;
  for (const auto& finding : review.findings)
    if (finding.waived.empty()) groups[finding.place.document].push_back(&finding);
  std::string out = "<section aria-labelledby=\"findings\"><h2 id=\"findings\">Findings</h2>\n";
  if (groups.empty()) out += "<p>No findings</p>\n";
  for (const auto& [document, findings] : groups) {
    out += element("h3", review.documents[document].path) + "\n" + list_of(review, findings, true);
    if (const auto old = list_of(review, findings, false); !old.empty()) out += "<h4>Already in the baseline</h4>\n" + old;
  }
  return out + "</section>\n";
}

std::string waived_of(const Review& review) {
  std::string rows;
  for (const auto& finding : review.findings)
    if (!finding.waived.empty())
      rows += "<tr>" + element("td", review.documents[finding.place.document].path) + element("td", finding.message) +
              element("td", finding.rule, "class=\"rule\"") + element("td", finding.waived) + "</tr>\n";
  if (rows.empty()) return {};
  return "<section aria-labelledby=\"waived\"><h2 id=\"waived\">Waived</h2>\n<table><thead><tr><th scope=\"col\">Document</th><th "
         "scope=\"col\">Finding</th>"
         "<th scope=\"col\">Rule</th><th scope=\"col\">Reason</th></tr></thead><tbody>\n" +
         rows + "</tbody></table></section>\n";
}

// --- coverage ---

std::string cell_of(const AtomCoverage& atom, const std::string& document) {
  std::string text;
  for (const auto& target : atom.targets) {
    if (target.document_id != document) continue;
    text += (text.empty() ? "" : "; ") + (target.label.empty() ? std::string("whole document") : target.label) + " (" +
            std::string(name_of(target.evidence));
    if (target.outcome != TraceOutcome::covers) text.append(", ").append(name_of(target.outcome));
    text += ")";
  }
  return element("td", text);
}

// Atoms down, documents across: which provision codifies what.
std::string matrix_of(const Review& review) {
  const auto& coverage = review.corpus.coverage;
  if (coverage.empty()) return {};
  std::set<std::string> documents;
  for (const auto& atom : coverage)
    for (const auto& target : atom.targets) documents.insert(target.document_id);
  std::string out =
      "<section aria-labelledby=\"coverage\"><h2 id=\"coverage\">Coverage of the design</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      "aria-labelledby=\"coverage\"><table><caption>Design atoms and the provisions that carry them</caption><thead><tr>"
      "<th scope=\"col\">Atom</th><th scope=\"col\">Kind</th><th scope=\"col\">Code</th><th scope=\"col\">Status</th>";
  for (const auto& document : documents) out += element("th", document, "scope=\"col\"");
  out += "</tr></thead><tbody>\n";
  for (const auto& atom : coverage) {
    const auto& item = review.units[atom.item.unit].items[atom.item.id];
    out += "<tr>" + element("th", item.id, "scope=\"row\"") + element("td", item.kind) + element("td", atom.code) +
           element("td", words_of(atom.status) + (atom.reason.empty() ? "" : ": " + atom.reason));
    for (const auto& document : documents) out += cell_of(atom, document);
    out += "</tr>\n";
  }
  return out + "</tbody></table></div></section>\n";
}

std::string coverage_summary_of(const Tally& tally) {
  std::string rows;
  for (std::size_t n = 0; n < coverage_status_count; ++n)
    if (tally.coverage[n] != 0)
      rows += "<tr>" + element("th", words_of(static_cast<CoverageStatus>(n)), "scope=\"row\"") + figure(tally.coverage[n]) + "</tr>\n";
  if (rows.empty()) return {};
  return "<table><caption>Coverage, counted for each code that an atom is for</caption><thead><tr><th scope=\"col\">Status</th><th "
         "scope=\"col\">Atoms</th></tr></thead><tbody>\n" +
         rows + "</tbody></table>\n";
}

}  // namespace

std::string report_html(const Review& review, const ReportOptions& options) {
  const auto tally = count(review);
  const std::string title = review.project.name.empty() ? "dovetail findings" : review.project.name + ": dovetail findings";
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
  out += "<meta name=\"generator\" content=\"dovetail " + html_safe(options.version) + "\">\n" + element("title", title) + "\n<style>";
  out += style;
  out += "</style>\n</head>\n<body>\n<header>" + element("h1", title) +
         "<nav aria-label=\"Parts of this report\"><a href=\"#summary\">Summary</a> <a href=\"#findings\">Findings</a>" +
         (review.corpus.coverage.empty() ? "" : " <a href=\"#coverage\">Coverage</a>") + "</nav></header>\n<main>\n";
  out += summary_of(review, tally) + coverage_summary_of(tally) + findings_of(review) + matrix_of(review) + glossary_html(review) + waived_of(review);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace dovetail
