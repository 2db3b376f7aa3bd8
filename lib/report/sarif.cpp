// For code-scanning services: SARIF 2.1.0 (OASIS Standard, 27 March 2020).
#include <algorithm>

#include "report/changes.h"
#include "report/excerpt.h"
#include "report/formats.h"
#include "report/json_text.h"
#include "report/region.h"
#include "report/uri.h"

namespace dovetail {
namespace {

std::string example_of(const Rule& rule) {
  std::string text;
  if (!rule.examples.bad.empty()) text += "\n\nWrong:\n\n```\n" + rule.examples.bad + "```";
  if (!rule.examples.good.empty()) text += "\n\nRight:\n\n```\n" + rule.examples.good + "```";
  return text;
}

// 3.49; the words are those of the rule's file.
Json rule_of(const Rule& rule) {
  return {{"id", rule.id},
          {"shortDescription", {{"text", rule.title}}},
          {"fullDescription", {{"text", rule.why.empty() ? rule.title : rule.why}}},
          {"help", {{"text", rule.why + " " + rule.remedy}, {"markdown", rule.why + "\n\n" + rule.remedy + example_of(rule)}}},
          {"defaultConfiguration", {{"level", name_of(rule.severity)}}},
          {"properties", {{"tags", {rule.family()}}, {"precision", rule.certainty == Certainty::sure ? "very-high" : "medium"}}}};
}

// 3.28: a physical location in the file, with lines where it has any, and a logical one with the label that a reader knows.
Json location_of(const Review& review, const Place& place, const std::string& label) {
  const auto& document = review.documents[place.document];
  Json physical = {{"artifactLocation", {{"uri", uri_of(path_in_repository(review, place.document))}}}};
  if (const auto region = region_of(document, place.span); region.line != 0) {
    physical["region"] = {{"startLine", region.line}};
    if (region.column != 0) {
      physical["region"]["startColumn"] = region.column;
      physical["region"]["endColumn"] = region.end_column;
    }
  }
  Json location = {{"physicalLocation", std::move(physical)}};
  if (label.empty()) return location;
  const auto& id = review.units[Id<Unit>(place.document.value)].id;
  location["logicalLocations"] = {{{"name", label}, {"fullyQualifiedName", (id.empty() ? document.path : id) + " " + label}, {"kind", "provision"}}};
  return location;
}

Json related_of(const Review& review, const Finding& finding) {
  Json related = Json::array();
  for (const auto& note : finding.notes) {
    const auto place = note.place.document ? note.place : Place{finding.place.document, {}};
    auto location = location_of(review, place, note.label);
    location["id"] = related.size() + 1;
    location["message"] = {{"text", note.message}};
    related.push_back(std::move(location));
  }
  return related;
}

std::size_t index_of(const std::vector<Rule>& rules, const std::string& id) {
  const auto found = std::lower_bound(rules.begin(), rules.end(), id, [](const Rule& rule, const std::string& name) { return rule.id < name; });
  return found != rules.end() && found->id == id ? static_cast<std::size_t>(found - rules.begin()) : rules.size();
}

// 3.55: only where the words can be replaced line by line; the suggestion stands among the properties in any case.
void add_fix(const Review& review, const Finding& finding, Json& result) {
  result["properties"]["suggestedText"] = finding.fix->replace;
  const auto& document = review.documents[finding.place.document];
  const auto region = region_of(document, finding.place.span);
  if (region.column == 0) return;
  const Json replaced = {{"startLine", region.line}, {"startColumn", region.column}, {"endColumn", region.end_column}};
  const Json change = {{"artifactLocation", {{"uri", uri_of(path_in_repository(review, finding.place.document))}}},
                       {"replacements", {{{"deletedRegion", replaced}, {"insertedContent", {{"text", finding.fix->replace}}}}}}};
  result["fixes"] = {{{"description", {{"text", "Suggested text: " + finding.fix->replace}}}, {"artifactChanges", {change}}}};
}

Json properties_of(const Review& review, const Finding& finding) {
  constexpr std::size_t room = 200;
  const auto& document = review.documents[finding.place.document];
  Json properties = {{"certainty", name_of(finding.certainty)}, {"introduced", finding.introduced}};
  if (!finding.atom.empty()) properties["atom"] = finding.atom;
  if (!document.text.empty())
    if (const auto origin = describe_origin(document, finding.place.span); !origin.empty()) properties["origin"] = origin;
  if (const auto excerpt = excerpt_of(review, finding, room); !excerpt.empty())
    properties["snippet"] = excerpt.before + excerpt.words + excerpt.after;
  return properties;
}

// 3.35.2: what is waived by words in the text itself is suppressed in source.
bool is_waived_in_text(const Review& review, const Finding& finding) {
  return std::any_of(review.project.waivers.begin(), review.project.waivers.end(), [&](const Waiver& waiver) {
    const auto& here = waiver.paragraph;
    return here.document == finding.place.document && waiver.reason == finding.waived && here.span.begin <= finding.place.span.begin &&
           finding.place.span.begin < here.span.end;
  });
}

// 3.27
Json result_of(const Review& review, const Finding& finding) {
  Json result = {{"ruleId", finding.rule}};
  if (const auto n = index_of(review.rules, finding.rule); n < review.rules.size()) result["ruleIndex"] = n;
  result["level"] = name_of(finding.severity);
  result["message"] = {{"text", finding.message}};
  result["locations"] = {location_of(review, finding.place, finding.label)};
  if (!finding.notes.empty()) result["relatedLocations"] = related_of(review, finding);
  result["partialFingerprints"] = {{"dovetail/v1", finding.fingerprint}, {"primaryLocationLineHash", finding.fingerprint}};  // the latter is GitHub's
  result["baselineState"] = finding.introduced ? "new" : "unchanged";
  result["properties"] = properties_of(review, finding);
  if (finding.fix) add_fix(review, finding, result);
  if (!finding.waived.empty()) {
    const auto* kind = is_waived_in_text(review, finding) ? "inSource" : "external";
    result["suppressions"] = {{{"kind", kind}, {"status", "accepted"}, {"justification", finding.waived}}};
  }
  return result;
}

// 3.20: what could not be judged is said beside what was.
Json invocation_of(const Review& review) {
  Json notices = Json::array();
  for (const auto& blocked : review.blocked)
    notices.push_back({{"level", "note"}, {"message", {{"text", blocked.rule + " could not run: " + blocked.reason}}}});
  const bool nothing =
      std::any_of(review.findings.begin(), review.findings.end(), [](const Finding& f) { return f.rule == "input.nothing-checked"; });
  return {{"executionSuccessful", !nothing}, {"toolExecutionNotifications", std::move(notices)}};
}

Json changes_of(const Review& review) {
  Json changes = Json::object();
  for (const auto& summary : summarise_changes(review)) changes[review.units[summary.draft->unit].path] = change_line(summary);
  return changes;
}

}  // namespace

std::string report_sarif(const Review& review, const ReportOptions& options) {
  Json rules = Json::array();
  for (const auto& rule : review.rules) rules.push_back(rule_of(rule));
  Json results = Json::array();
  for (const auto& finding : review.findings) results.push_back(result_of(review, finding));
  Json run = {{"tool", {{"driver", {{"name", "dovetail"}, {"semanticVersion", options.version}, {"rules", std::move(rules)}}}}},
              {"columnKind", "unicodeCodePoints"},
              {"invocations", {invocation_of(review)}},
              {"results", std::move(results)}};
  if (Json changes = changes_of(review); !changes.empty()) run["properties"] = {{"changes", std::move(changes)}};
  return finished({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", {std::move(run)}}});
}

}  // namespace dovetail
