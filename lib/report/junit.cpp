// For build servers: JUnit XML, a suite for each document and a case for each finding.
#include <map>
#include <pugixml.hpp>
#include <sstream>

#include "report/changes.h"
#include "report/escape.h"
#include "report/formats.h"
#include "report/tally.h"
#include "report/wording.h"

namespace dovetail {
namespace {

void set(pugi::xml_node node, const char* name, const std::string& value) { node.append_attribute(name) = terminal_safe(value).c_str(); }

// A finding that does not fail the run is a case that passed, with what it says in its output.
void add_case(pugi::xml_node suite, const Review& review, const Finding& finding, bool fails) {
  auto test = suite.append_child("testcase");
  set(test, "classname", finding.rule);
  set(test, "name", finding.message);
  set(test, "file", review.documents[finding.place.document].path);
  std::string details = std::string(imperative_of(finding.severity)) + " " + finding.message;
  for (const auto& note : finding.notes) details += "\n" + note_line(review, finding, note);
  if (finding.fix) details += "\nSuggested text: " + finding.fix->replace;
  std::string safe;
  for (std::size_t begin = 0; begin <= details.size();) {
    const auto end = std::min(details.find('\n', begin), details.size());
    safe += terminal_safe(std::string_view(details).substr(begin, end - begin)) + (end < details.size() ? "\n" : "");
    begin = end + 1;
  }
  if (!finding.waived.empty()) {
    set(test.append_child("skipped"), "message", finding.waived);
  } else if (fails) {
    auto failure = test.append_child("failure");
    set(failure, "type", std::string(name_of(finding.severity)));
    set(failure, "message", finding.message);
    failure.text() = safe.c_str();
  } else {
    test.append_child("system-out").text() = safe.c_str();
  }
}

void add_property(pugi::xml_node suite, const char* name, const std::string& value) {
  auto property = suite.append_child("properties").append_child("property");
  set(property, "name", name);
  set(property, "value", value);
}

struct Counts {
  std::size_t tests = 0, failures = 0, skipped = 0;
  void write(pugi::xml_node node) const {
    node.append_attribute("tests") = static_cast<unsigned long long>(tests);
    node.append_attribute("failures") = static_cast<unsigned long long>(failures);
    node.append_attribute("errors") = 0;
    node.append_attribute("skipped") = static_cast<unsigned long long>(skipped);
  }
};

}  // namespace

std::string report_junit(const Review& review, const ReportOptions& options) {
  std::map<Id<Document>, std::vector<const Finding*>> groups;
  for (const auto& counted : count(review).documents) groups[review.units[counted.unit].document];
  for (const auto& finding : review.findings) groups[finding.place.document].push_back(&finding);
  std::map<Id<Document>, std::string> changes;
  for (const auto& summary : summarise_changes(review)) changes[review.units[summary.draft->unit].document] = change_line(summary);
  pugi::xml_document xml;
  auto declaration = xml.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto suites = xml.append_child("testsuites");
  set(suites, "name", review.project.name.empty() ? "dovetail" : review.project.name);
  Counts all;
  for (const auto& [document, findings] : groups) {
    auto suite = suites.append_child("testsuite");
    set(suite, "name", review.documents[document].path);
    if (const auto known = changes.find(document); known != changes.end()) add_property(suite, "changes", known->second);
    Counts counts;
    for (const auto* finding : findings) {
      const bool fails = finding->waived.empty() && options.fail_on && finding->severity >= *options.fail_on &&
                         (finding->introduced || finding->severity > Severity::note);  // live text is not tidied
      ++counts.tests;
      counts.failures += fails ? 1U : 0U;
      counts.skipped += finding->waived.empty() ? 0U : 1U;
      add_case(suite, review, *finding, fails);
    }
    if (findings.empty()) {  // a document that is in order is a case that passed
      ++counts.tests;
      auto test = suite.append_child("testcase");
      set(test, "classname", "dovetail");
      set(test, "name", "nothing found");
    }
    counts.write(suite);
    all.tests += counts.tests;
    all.failures += counts.failures;
    all.skipped += counts.skipped;
  }
  all.write(suites);
  std::ostringstream out;
  xml.save(out, " ");
  return out.str();
}

}  // namespace dovetail
