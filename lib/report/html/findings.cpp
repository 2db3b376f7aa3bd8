// Every finding, with a form that narrows them down (by a script; without it all are shown).
#include <map>
#include <set>

#include "report/escape.h"
#include "report/excerpt.h"
#include "report/html/elements.h"
#include "report/html/sections.h"
#include "report/wording.h"

namespace dovetail::html {
namespace {

std::string family_of(const Finding& finding) { return finding.rule.substr(0, finding.rule.find('.')); }

std::string attributes_of(const Review& review, const Finding& finding) {
  return "class=\"" + std::string(name_of(finding.severity)) + "\" id=\"" + anchor_in_list(finding) + "\" data-severity=\"" +
         std::string(name_of(finding.severity)) + "\" data-family=\"" + html_safe(family_of(finding)) + "\" data-document=\"" +
         std::to_string(first_of_file(review, finding.place.document).value) + "\" data-introduced=\"" + (finding.introduced ? "new" : "old") + "\"";
}

std::string note_of(const Review& review, const Finding& finding, const FindingNote& note) {
  return "<p>" + link(note.place.document ? anchor_of(review, note.place) : std::string(), note_line(review, finding, note)) + "</p>\n";
}

// A term used a thousand times has a thousand places; the first ones are shown, the others on demand.
std::string notes_of(const Review& review, const Finding& finding) {
  constexpr std::size_t at_once = 8;
  std::string out, more;
  for (std::size_t n = 0; n < finding.notes.size(); ++n) (n < at_once ? out : more) += note_of(review, finding, finding.notes[n]);
  if (more.empty()) return out;
  return out + "<details><summary>" + counted(finding.notes.size() - at_once, "more place") + "</summary>\n" + more + "</details>\n";
}

std::string finding_of(const Review& review, const Finding& finding) {
  constexpr std::size_t room = 400;
  const auto& document = review.documents[finding.place.document];
  std::string out = "<article " + attributes_of(review, finding) + ">\n<p><strong>" + std::string(imperative_of(finding.severity)) + "</strong> " +
                    html_safe(finding.message) + " " + element("span", "[" + finding.rule + "]", "class=\"rule\"") + "</p>\n";
  if (const auto excerpt = excerpt_of(review, finding, room); !excerpt.empty())
    out += "<blockquote>" + html_safe(excerpt.before) + element("mark", excerpt.words, "class=\"" + std::string(name_of(finding.severity)) + "\"") +
           html_safe(excerpt.after) + "</blockquote>\n";
  out += notes_of(review, finding);
  if (finding.fix) out += element("p", "Suggested text: " + finding.fix->replace) + "\n";
  std::string where;
  if (!document.text.empty()) where = html_safe(describe_origin(document, finding.place.span));
  if (!anchor_of(review, finding.place).empty())
    where +=
        (where.empty() ? "" : " · ") + link(anchor_in_text(finding), "in the text", "aria-label=\"in the text: " + html_safe(finding.label) + "\"");
  return out + (where.empty() ? "" : "<p><small>" + where + "</small></p>\n") + "</article>\n";
}

// What the live text has too stands apart: it is not this draft's to mend.
std::string group_of(const Review& review, Id<Document> document, const std::vector<const Finding*>& findings, PageRoom& room) {
  Stretches fresh(room), old(room);
  for (const bool introduced : {true, false})
    for (const auto* finding : findings)
      if (finding->introduced == introduced) (introduced ? fresh : old).add(finding_of(review, *finding));
  std::string out = "<div class=\"group\">" + element("h3", review.documents[document].path) + "\n" + fresh.finish();
  if (const auto below = old.finish(); !below.empty()) out += "<div class=\"group\"><h4>Already in the baseline</h4>\n" + below + "</div>\n";
  return out + "</div>\n";
}

std::string choice(std::string_view name, std::string_view label, const std::vector<std::pair<std::string, std::string>>& options) {
  const std::string id(name);
  std::string out = "<span><label for=\"filter-" + id + "\">" + html_safe(label) + "</label> <select id=\"filter-" + id + "\" name=\"" + id +
                    "\"><option value=\"\">all</option>";
  for (const auto& [value, text] : options) out += element("option", text, "value=\"" + html_safe(value) + "\"");
  return out + "</select></span>\n";
}

// Hidden where no script can serve it.
std::string filters_of(const Review& review, const std::vector<const Finding*>& findings) {
  std::set<std::string> families;
  std::set<Id<Document>> documents;
  for (const auto* finding : findings) {
    families.insert(family_of(*finding));
    documents.insert(first_of_file(review, finding->place.document));
  }
  std::vector<std::pair<std::string, std::string>> family_options, document_options;
  for (const auto& family : families) family_options.emplace_back(family, family);
  for (const auto id : documents) document_options.emplace_back(std::to_string(id.value), review.documents[id].path);
  return "<form id=\"filters\" role=\"search\" aria-label=\"Findings\" hidden>\n<span><label for=\"filter-words\">Search</label> "
         "<input id=\"filter-words\" name=\"words\" type=\"search\"></span>\n" +
         choice("severity", "Severity", {{"error", "to correct"}, {"warning", "to check"}, {"note", "notes"}}) +
         choice("family", "Family", family_options) + choice("document", "Document", document_options) +
         choice("introduced", "Introduced", {{"new", "by this draft"}, {"old", "already in the baseline"}}) +
         "<button type=\"reset\">Show all</button>\n<output id=\"shown\" aria-live=\"polite\">" + counted(findings.size(), "finding") +
         "</output>\n</form>\n";
}

}  // namespace

std::string findings_section(const Review& review, const Tally&) {
  std::vector<const Finding*> findings;
  for (const auto& finding : review.findings)
    if (finding.waived.empty()) findings.push_back(&finding);
  if (findings.empty()) return section("findings", "Findings", "<p>No findings</p>\n");
  std::string out = filters_of(review, findings) + "<div id=\"found\">\n";
  std::map<Id<Document>, std::vector<const Finding*>> groups;
  for (const auto* finding : findings) groups[first_of_file(review, finding->place.document)].push_back(finding);
  PageRoom room;
  for (const auto& [document, group] : groups) out += group_of(review, document, group, room);
  return section("findings", "Findings", out + "</div>\n");
}

}  // namespace dovetail::html
