// timetable.sla-differs: rows joined to the choreography, what equals after normalising, what is not comparable.
#include <catch2/catch.hpp>
#include <string>

#include "check/review_help.h"
#include "check/timetable.h"
#include "check/when_compare.h"

using namespace dovetail;
using dovetail::test::ReviewBuilder;

namespace {

Rule sla_rule() {
  Rule rule;
  rule.id = "timetable.sla-differs";
  rule.severity = Severity::error;
  rule.message = "{label}: WHEN says \"{when}\"; {atom} says \"{sla}\"";
  return rule;
}

const std::string header = "| REF | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n";

/// The pack of the example: a table whose row 3.1.4 has `when`, a step, its choreography with `sla` fields over the usual ones, and links.
ReviewBuilder pack(const std::string& when, const test::Fields& sla, bool traced = true) {
  ReviewBuilder builder;
  builder.draft("XBSCP901", "3.1 Exchange of Metering Equipment\n" + header +
                                "| 3.1.1 | As required. | Request exchange | Supplier | Metering Service | IF-901 Request | Hub |\n"
                                "| 3.1.2 | Within 1 WD of 3.1.1 | Accept or reject | Metering Service | Supplier | IF-902 | Hub |\n"
                                "| 3.1.3 | On the agreed date | Exchange | Metering Service | | | Internal Process |\n"
                                "| 3.1.4 | " +
                                when + " | Send details | Metering Service | Registration Service | IF-903 | Hub |\n");
  test::Fields fields{{"id", "OC-901-04"},        {"artefact", "OPC901"},  {"version", "1.1"},        {"bp_step", "BP901.040"},
                      {"interface_id", "IF-903"}, {"sender_role", "MSVC"}, {"receiver_roles", "REGS"}};
  fields.insert(fields.end(), sla.begin(), sla.end());
  builder.design({{"choreography", fields},
                  {"bp_step", {{"id", "BP901.020"}, {"lane_role", "MSVC"}, {"interface_ids", "IF-902"}, {"to_roles", "SUP"}}},
                  {"bp_step", {{"id", "BP901.030"}, {"next_step", "BP901.040"}}},
                  {"bp_step", {{"id", "BP901.040"}, {"trigger", "Exchange completed"}}}});
  if (traced)
    builder.records("trace", {{{"atom_id", "BP901.040"}, {"code_doc", "XBSCP901"}, {"provision", "3.1.4"}, {"link_type", "codifies"}},
                              {{"atom_id", "BP901.030"}, {"code_doc", "XBSCP901"}, {"provision", "3.1.3"}, {"link_type", "codifies"}}});
  builder.records("roles", {{{"role", "MSVC"}, {"name", "Metering Service"}, {"aliases", "Metering Services;Meter Operator"}},
                            {{"role", "REGS"}, {"name", "Registration Service"}},
                            {{"role", "SUP"}, {"name", "Supplier"}}});
  return builder;
}

std::vector<std::string> found(const ReviewBuilder& builder) {
  Checked checked;
  check_sla_differs(builder.review, sla_rule(), checked);
  std::vector<std::string> lines;
  for (const Finding& finding : checked.findings)
    lines.push_back(std::string(finding.severity == Severity::error ? "error " : "note ") + finding.message);
  return lines;
}

using Lines = std::vector<std::string>;
const test::Fields one_day{
    {"sla_text", "Within 1 WD of exchange"}, {"sla_qty", "1"}, {"sla_unit", "WD"}, {"sla_relation", "within"}, {"sla_anchor", "exchange completed"}};

}  // namespace

TEST_CASE("a WHEN that differs from the choreography", "[check][timetable]") {
  const auto builder = pack("Within 2 WD of exchange", one_day);
  Checked checked;
  check_sla_differs(builder.review, sla_rule(), checked);
  REQUIRE(checked.findings.size() == 1);
  const Finding& finding = checked.findings[0];
  CHECK(finding.message == "3.1.4: WHEN says \"Within 2 WD of exchange\"; OPC901 v1.1, OC-901-04 says \"Within 1 WD of exchange\"");
  CHECK(finding.label == "3.1.4");
  CHECK(finding.text == "Within 2 WD of exchange");
  CHECK(finding.severity == Severity::error);
  CHECK(finding.atom == "OC-901-04");
  CHECK(finding.introduced);
}

TEST_CASE("what says the same in other words is no finding", "[check][timetable]") {
  const auto when = GENERATE(as<std::string>(), "Within 1 WD of exchange", "no later than one (1) Working Day after the exchange",
                             "Within 1 Business Day of completion of exchange", "Within 1 WD of 3.1.3",
                             "As soon as possible and in any event within 1 WD of exchange");
  CAPTURE(when);
  CHECK(found(pack(when, one_day)).empty());
}

TEST_CASE("quantity, unit, side and time of day are compared; what has no common measure is said", "[check][timetable]") {
  const auto [when, sla, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"Within 2 CD of exchange", "Within 2 WD of exchange", "error"},
      {"At least 1 WD after exchange", "Within 1 WD of exchange", "error"},
      {"No later than 10 WD prior to SSD", "At least 10 WD before SSD", ""},
      {"At least 5 WD before SSD", "At least 10 WD before SSD", "error"},
      {"By 18:00 on each WD", "By 17:00 on every Working Day", "error"},
      {"Within 1 WD before exchange", "Within 1 WD of exchange", "error"},
      {"By 17:00 on SSD", "By 18:00 on SSD", "error"},
      {"By 5 pm on SSD", "By 17:00 on SSD", ""},
      {"Within 24 hours of exchange", "Within 1 CD of exchange", ""},
      {"Within 24 hours of exchange", "Within 1 WD of exchange", "note"},
      {"Within 60 minutes of exchange", "Within 1 hour of exchange", ""},
      {"Within 2 WD of 3.1.2", "Within 1 WD of IF-902", "error"},
      {"Within 1 WD of 3.1.2", "Within 1 WD of IF-902 received", ""},
      {"Within 1 WD of receipt of 3.1.2", "Within 1 WD of IF-902 sent", "note"},
      {"Within 1 WD of 3.1.2", "Within 1 WD of IF-901", "note"},
      {"Within 1 WD of 3.1.3", "Within 1 WD of BP901.030", ""},  // a step is the row that a link says, …
      {"Within 2 WD of 3.1.3", "Within 1 WD of BP901.030", "error"},
      {"Within 1 WD of 3.1.2", "Within 1 WD of BP901.020", ""},  // … the row with its message between its parties, …
      {"Within 2 WD of 3.1.2", "Within 1 WD of BP901.020", "error"},
      {"Within 2 WD of 3.1.1", "Within 1 WD of BP901.020", "note"},
      {"Within 1 WD of IF-902", "Within 1 WD of BP901.020", ""},    // … the message, …
      {"Within 1 WD of exchange", "Within 1 WD of BP901.030", ""},  // … and the event that begins the step behind it
      {"Within 1 WD of exchange", "Within 1 WD of BP901.020", "note"},
      {"Within 1 WD of the site visit", "Within 1 WD of exchange", "note"},
      {"On receipt of 3.1.2", "Within 1 WD of IF-902", "note"},
      {"On the same day as 3.1.2", "Within 0 CD of IF-902", ""},
      {"On receipt of 3.1.2", "On the same day as IF-902 if received by 18:00", ""},
      {"On receipt of 3.1.2", "By 18:00 on the same day as IF-902", "note"},
      {"As required", "Within 1 WD of exchange", "note"},
      {"As required", "As required", ""},
      {"", "Within 1 WD of exchange", "note"},
      {"Within a reasonable time", "Within 1 WD of exchange", ""},
      {"At the same time as 3.1.2 or within 5 WD of 3.1.2", "Within 5 WD of IF-902", ""},
      {"At the same time as 3.1.2 or within 5 WD of 3.1.2", "Within 3 WD of IF-902", "error"},
      {"Within 1 WD of exchange if accepted", "Within 2 WD of exchange if rejected", "note"},
  }));
  CAPTURE(when, sla);
  const auto lines = found(pack(when, {{"sla_text", sla}}));
  if (expected.empty()) {
    CHECK(lines.empty());
  } else {
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].substr(0, lines[0].find(' ')) == expected);
  }
}

TEST_CASE("an event in the words of the catalogue is the message", "[check][timetable]") {
  const auto [when, lines] = GENERATE(table<std::string, std::size_t>({{"Within 1 WD of receipt of the exchange request", 0},
                                                                       {"Within 3 WD of the exchange request being received", 1},
                                                                       {"Within 1 WD of receipt of the payment", 1}}));
  CAPTURE(when);
  ReviewBuilder builder = pack(when, {{"sla_text", "Within 1 WD of IF-901"}});
  builder.design({{"interface", {{"id", "IF-901"}}}});
  builder.review.units[builder.review.units.last()].items[Id<Item>(0)].text = "Exchange request";
  CHECK(found(builder).size() == lines);
}

TEST_CASE("a note says both and why they cannot be compared", "[check][timetable]") {
  CHECK(found(pack("Within 2 WD of the site visit", one_day)) ==
        Lines{"note 3.1.4: WHEN says \"Within 2 WD of the site visit\" and OPC901 v1.1, OC-901-04 says \"Within 1 WD of exchange\"; this cannot be "
              "compared: they count from different events"});
}

TEST_CASE("without the register the interface and the roles join a row to the choreography", "[check][timetable]") {
  CHECK(found(pack("Within 2 WD of exchange", one_day, false)).size() == 1);
  test::Fields reversed = one_day;
  reversed.insert(reversed.begin(), {{"sender_role", "REGS"}});
  ReviewBuilder builder = pack("Within 2 WD of exchange", one_day, false);
  for (Item& item : builder.review.units[Id<Unit>(1)].items)
    for (auto& [name, value] : item.record.fields)
      if (name == "sender_role") value = "REGS";
  CHECK(found(builder).empty());  // another flow, or timetable.role-differs
}

TEST_CASE("a row that the draft did not touch is not introduced", "[check][timetable]") {
  ReviewBuilder builder = pack("Within 2 WD of exchange {--as agreed --}", one_day);
  Checked touched;
  check_sla_differs(builder.review, sla_rule(), touched);
  REQUIRE(touched.findings.size() == 1);
  CHECK(touched.findings[0].introduced);
  ReviewBuilder same = pack("Within 2 WD of exchange", one_day);
  same.baseline("v1.docx", "x\n", Id<Unit>(0));
  Checked untouched;
  check_sla_differs(same.review, sla_rule(), untouched);
  REQUIRE(untouched.findings.size() == 1);
  CHECK_FALSE(untouched.findings[0].introduced);
}

TEST_CASE("without a choreography the rule says that it did not run", "[check][timetable]") {
  ReviewBuilder builder;
  builder.draft("X", header + "| 3.1.1 | Within 2 WD of SSD | Send | A | B | C | D |\n");
  Checked checked;
  check_sla_differs(builder.review, sla_rule(), checked);
  CHECK(checked.findings.empty());
  REQUIRE(checked.blocked.size() == 1);
}

TEST_CASE("a WHEN with a quantity that was not understood", "[check][timetable]") {
  ReviewBuilder builder;
  builder.draft("X", header + "| 3.1.1 | Normally 2 WD after SSD | Send | A | B | C | D |\n| 3.1.2 | Whenever it suits | Send | A | B | C | D |\n");
  Rule rule;
  rule.id = "timetable.when-unparsed";
  rule.message = "{label}: {when}";
  Checked checked;
  check_when_unparsed(builder.review, rule, checked);
  REQUIRE(checked.findings.size() == 1);
  CHECK(checked.findings[0].label == "3.1.1");
}
