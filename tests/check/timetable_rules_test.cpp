// Rows against the document and the catalogue: steps that are not there or come later, parties, messages, and limits behind vague words.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "check/limited_text.h"
#include "check/review_help.h"
#include "check/timetable.h"

using namespace dovetail;
using dovetail::test::ReviewBuilder;

namespace {

const std::string header = "| REF | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n";

using Check = void (*)(const Review&, const Rule&, Checked&);

std::vector<std::string> found(Check check, const ReviewBuilder& builder) {
  Rule rule;
  rule.severity = Severity::error;
  rule.message = "{label} {target}{name}{what}";
  Checked checked;
  check(builder.review, rule, checked);
  std::vector<std::string> lines;
  for (const Finding& finding : checked.findings) lines.push_back(finding.label + " " + finding.text);
  return lines;
}

using Lines = std::vector<std::string>;

/// Two processes; row 3.1.2 has the cells given.
ReviewBuilder two_processes(const std::string& when, const std::string& action = "Answer") {
  ReviewBuilder builder;
  builder.draft("XBSCP901", "3.1 Exchange\n" + header + "| 3.1.1 | As required | Ask | Supplier | Metering Service | Request | Post |\n| 3.1.2 | " +
                                when + " | " + action +
                                " | Metering Service | Supplier | Answer | Post |\n| 3.1.3 | | Not used. | | | | |\n"
                                "| 3.1.4 | As required | Close | Supplier | Metering Service | Note | Post |\n"
                                "3.2 Readings\n" +
                                header + "| 3.2.1 | As required | Read | Data Service | Registration Service | Reading | Post |\n");
  builder.records("roles", {{{"role", "SUP"}, {"name", "Supplier"}},
                            {{"role", "MSVC"}, {"name", "Metering Service"}},
                            {{"role", "DSVC"}, {"name", "Data Service"}},
                            {{"role", "REGS"}, {"name", "Registration Service"}}});
  return builder;
}

/// One row with the cells given, and a catalogue with variants.
ReviewBuilder carried(const std::string& from, const std::string& to, const std::string& information, const std::string& method = "DIP") {
  ReviewBuilder builder;
  builder.draft("XBSCP901",
                "3.1 Exchange\n" + header + "| 3.1.1 | As required | Ask | " + from + " | " + to + " | " + information + " | " + method + " |\n");
  builder.records("roles", {{{"role", "SUP"}, {"name", "Supplier"}},
                            {{"role", "MSVC"}, {"name", "Metering Service"}},
                            {{"role", "DSVC"}, {"name", "Data Service"}},
                            {{"role", "DIP"}, {"name", "Data Integration Platform"}}});
  builder.design(
      {{"interface",
        {{"id", "IF-901"}, {"sender_role", "SUP"}, {"primary_receivers", "MSVC"}, {"secondary_receivers", "DSVC"}, {"transport", "DIP"}}},
       {"interface", {{"id", "IF-902"}, {"sender_role", "MSVC"}, {"primary_receivers", "SUP;DSVC"}, {"transport", "DIP"}}},
       {"interface", {{"id", "IF-909"}, {"sender_role", "MSVC"}, {"primary_receivers", "SUP"}, {"status", "Withdrawn"}, {"replaced_by", "IF-902"}}},
       {"message", {{"id", "MM90001"}, {"local_catalogue_ref", "IF-902"}}},
       {"variant", {{"id", "SV90001"}, {"market_message_id", "MM90001"}, {"source_role", "MSVC"}, {"target_role", "SUP"}}}});
  for (Item& item : builder.review.units[builder.review.units.last()].items)
    if (item.kind == "interface") item.text = item.id == "IF-901" ? "Exchange request" : "Exchange answer";
  return builder;
}

}  // namespace

TEST_CASE("rows that WHEN and ACTION cite", "[check][timetable]") {
  const auto [when, action, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"Within 2 WD of 3.1.1", "Answer", ""},
      {"Within 2 WD of 3.1.9", "Answer", "3.1.2 3.1.9"},
      {"Following 3.1.3", "Answer", "3.1.2 3.1.3"},
      {"Following receipt of 3.1.1 or 3.1.8", "Answer", "3.1.2 3.1.8"},
      {"On receipt of step 3.7", "Answer", "3.1.2 3.7"},
      {"As required", "Go back to step 3.1.7", "3.1.2 3.1.7"},
      {"As required", "Answer as section 9.9.9 says", ""},
      {"As required", "Answer in the form of Appendix 4.9.1", ""},
      {"As required", "Answer under 4.4.1 of XBSCP902", ""},
      {"As required", "Use software 2.3.1", ""},
      {"Within 2 WD of XBSCP902 3.4.1", "Answer", ""},
      {"Within 2 WD of 3.2.1", "Answer", "3.1.2 3.2.1"},
      {"Within 2 WD of 3.2.1 of the other process", "Answer", ""},
  }));
  CAPTURE(when, action);
  const auto lines = found(check_step_missing, two_processes(when, action));
  CHECK(lines == (expected.empty() ? Lines{} : Lines{expected}));
}

TEST_CASE("a time is counted from what comes before", "[check][timetable]") {
  const auto [when, expected] = GENERATE(table<std::string, std::string>({
      {"Within 2 WD of 3.1.4", "3.1.2 3.1.4"},
      {"Within 2 WD of 3.1.2", "3.1.2 3.1.2"},
      {"By 17:00 on the WD following 3.1.4", "3.1.2 3.1.4"},
      {"Within 2 WD of 3.1.1", ""},
      {"Within 2 WD of 3.1.1 or 3.1.4", ""},
      {"At least 2 WD before 3.1.4", ""},
      {"Following 3.1.4", ""},
      {"At the same time as 3.1.4", ""},
      {"Within 2 WD of 3.2.1", ""},
  }));
  CAPTURE(when);
  CHECK(found(check_step_order, two_processes(when)) == (expected.empty() ? Lines{} : Lines{expected}));
}

TEST_CASE("FROM and TO against the catalogue", "[check][timetable]") {
  const auto [from, to, information, expected] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"Supplier", "Metering Service", "IF-901", ""},
      {"New Supplier(s)", "Metering Services & Data Service", "IF-901", ""},
      {"Supplier", "Data Integration Platform", "IF-901", ""},
      {"DIP", "Metering Service", "IF-901", ""},
      {"Metering Service", "Supplier", "IF-901", "3.1.1 Metering Service"},
      {"Data Service", "Metering Service", "IF-901", "3.1.1 Data Service"},
      {"Supplier and Data Service", "Metering Service", "IF-901", "3.1.1 Supplier and Data Service"},
      {"Metering Service", "Supplier", "IF-902", "3.1.1 Supplier"},
      {"Metering Service", "All Parties", "IF-902", ""},
      {"Crate Inspector", "Metering Service", "IF-901", ""},
      {"Supplier", "Metering Service", "IF-901 and IF-902", ""},
      {"Supplier", "", "IF-902", ""},
      {"Supplier", "Metering Service", "IF-909", ""},
  }));
  CAPTURE(from, to, information);
  CHECK(found(check_role_differs, carried(from, to, information)) == (expected.empty() ? Lines{} : Lines{expected}));
}

TEST_CASE("an internal row sends nothing", "[check][timetable]") {
  CHECK(found(check_role_differs, carried("Metering Service", "Supplier", "IF-901", "Internal Process")).empty());
}

TEST_CASE("messages of a row against the catalogue and the variants", "[check][timetable]") {
  const auto [to, information, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"Supplier", "IF-902", ""},
      {"Supplier", "IF-902 'Exchange Answer'", ""},
      {"Supplier", "IF-902 'Exchange request'", "3.1.1 Exchange request"},
      {"Supplier", "IF-902 (Exchange request)", "3.1.1 Exchange request"},
      {"Supplier", "IF-902 (if the Supplier asks)", ""},
      {"Supplier", "IF-977", "3.1.1 IF-977"},
      {"Supplier", "IF-909", "3.1.1 IF-909"},
      {"Supplier, Data Service", "IF-902", "3.1.1 IF-902"},
  }));
  CAPTURE(to, information);
  CHECK(found(check_flow_mismatch, carried("Metering Service", to, information)) == (expected.empty() ? Lines{} : Lines{expected}));
}

TEST_CASE("vague words beside a limit that the choreography has", "[check][timetable]") {
  const auto [when, limited] =
      GENERATE(table<std::string, bool>({{"As soon as possible", true}, {"As soon as possible and within 3 WD of SSD", false}}));
  ReviewBuilder builder = two_processes(when);
  builder.design({{"choreography", {{"id", "OC-1"}, {"bp_step", "BP901.020"}, {"sla_text", "Within 2 WD of IF-901"}}}});
  builder.records("trace", {{{"atom_id", "BP901.020"}, {"code_doc", "XBSCP901"}, {"provision", "3.1.2"}, {"link_type", "codifies"}}});
  Finding finding;
  const Unit& unit = builder.review.units[Id<Unit>(0)];
  finding.place = {unit.document, unit.timetable[Id<TimetableRow>(1)].when.span};
  CHECK((LimitedText(builder.review).limit_of(finding) != nullptr) == limited);
}
