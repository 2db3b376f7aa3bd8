// The sheets about findings: all of them, the waived ones, and the log that reviewers answer in.
#include <map>

#include "report/provision_text.h"
#include "report/wording.h"
#include "report/xlsx/sheets.h"

namespace dovetail::xlsx {
namespace {

constexpr std::string_view findings_name = "Findings", log_name = "Comments log";
const std::vector<std::pair<std::string_view, std::uint32_t>> severity_colours{{"Correct", 0xFBE3E5}, {"Check", 0xFFF1D6}, {"Note", 0xE8F1FB}};

const Unit& unit_of(const Review& review, const Finding& finding) { return review.units[Id<Unit>(finding.place.document.value)]; }

std::string origin_of(const Review& review, const Finding& finding) {
  const auto& document = review.documents[finding.place.document];
  return document.text.empty() ? std::string() : describe_origin(document, finding.place.span);
}

std::string notes_of(const Review& review, const Finding& finding) {
  constexpr std::size_t most = 20;
  std::string out;
  for (std::size_t n = 0; n < finding.notes.size() && n < most; ++n) out += (out.empty() ? "" : "\n") + note_line(review, finding, finding.notes[n]);
  if (finding.notes.size() > most) out += "\nand " + counted(finding.notes.size() - most, "more place");
  return out;
}

// The comments log's own types (product.md section 5).
std::string_view type_of(const Finding& finding) {
  static const std::map<std::string_view, std::string_view> whole{
      {"reference.cross-code", "cross-code"}, {"term.conflicting", "cross-code"}, {"coverage.codes-differ", "cross-code"}};
  static const std::map<std::string_view, std::string_view> families{
      {"reference", "legal"},        {"change", "legal"},      {"term", "terminology"},    {"wording", "terminology"},  {"coverage", "traceability"},
      {"timetable", "traceability"}, {"data", "traceability"}, {"design", "traceability"}, {"register", "traceability"}};
  if (const auto found = whole.find(finding.rule); found != whole.end()) return found->second;
  const auto found = families.find(std::string_view(finding.rule).substr(0, finding.rule.find('.')));
  return found != families.end() ? found->second : "format";
}

}  // namespace

Sheet findings_sheet(const Review& review) {
  Sheet sheet{std::string(findings_name),
              {{"Weight", 9},
               {"Document", 28},
               {"Id", 14},
               {"Provision", 14},
               {"Rule", 24},
               {"Finding", 70},
               {"Words", 30},
               {"Suggested text", 30},
               {"Notes", 50},
               {"Introduced?", 12},
               {"Certainty", 10},
               {"Atom", 16},
               {"Source", 30},
               {"Fingerprint", 19}},
              {},
              severity_colours};
  for (const auto& finding : review.findings) {
    if (!finding.waived.empty()) continue;
    sheet.rows.push_back({imperative_of(finding.severity), review.documents[finding.place.document].path, unit_of(review, finding).id, finding.label,
                          finding.rule, finding.message, finding.text, finding.fix ? finding.fix->replace : "", notes_of(review, finding),
                          finding.introduced ? "yes" : "no", name_of(finding.certainty), finding.atom, origin_of(review, finding),
                          Value(finding.fingerprint, link_to(log_name, sheet.rows.size()))});
  }
  return sheet;
}

Sheet waivers_sheet(const Review& review) {
  Sheet sheet{"Waivers", {{"Document", 28}, {"Provision", 14}, {"Rule", 24}, {"Finding", 70}, {"Reason", 50}, {"Fingerprint", 19}}, {}, {}};
  for (const auto& finding : review.findings)
    if (!finding.waived.empty())
      sheet.rows.push_back(
          {review.documents[finding.place.document].path, finding.label, finding.rule, finding.message, finding.waived, finding.fingerprint});
  return sheet;
}

Sheet comments_log_sheet(const Review& review) {
  Sheet sheet{std::string(log_name),
              {{"Ref", 8},
               {"Code", 10},
               {"Document", 14},
               {"Draft version", 10},
               {"Provision", 14},
               {"Heading", 26},
               {"Type", 14},
               {"Introduced?", 12},
               {"Baseline", 45},
               {"Proposed", 45},
               {"Issue", 60},
               {"Source and cell", 30},
               {"Suggested text", 30},
               {"Owner", 14},
               {"Response", 40},
               {"Status", 16, {"Open", "Accept", "Reject", "Out of scope", "Refer to design", "Closed"}},
               {"Made in version", 12},
               {"Fingerprint", 19}},
              {},
              {}};
  for (const auto& finding : review.findings) {
    if (!finding.waived.empty()) continue;
    const auto& unit = unit_of(review, finding);
    const auto* entry = review.inputs[finding.place.document.value].entry;
    const auto provision = provision_of(review, finding.place);
    const auto n = sheet.rows.size();
    sheet.rows.push_back({Value("D-" + std::to_string(n + 1), link_to(findings_name, n)), unit.code, id_or_path(unit),
                          entry ? entry->version : std::string(), finding.label, heading_of(unit, provision), type_of(finding),
                          finding.introduced ? "yes" : "no", text_of(unit, provision, View::baseline), text_of(unit, provision, View::proposed),
                          finding.message, origin_of(review, finding), finding.fix ? finding.fix->replace : "", "", "", "Open", "",
                          finding.fingerprint});
  }
  return sheet;
}

}  // namespace dovetail::xlsx
