// What becomes of each atom of the design: every status and every kind of evidence.
#include "link/coverage.h"

#include <catch2/catch.hpp>

#include "help/design_review.h"

using namespace dovetail;
using help::mapping;

namespace {

const std::string trace_header = "link_id,atom_id,atom_version,link_type,code,code_doc,provision,coverage,rationale,status\n";

/// "XP-BR-MS-001 XBSC covered; …" of the atoms that are owed.
std::string statuses(Review& review) {
  help::link_design(review);
  std::string all;
  for (const AtomCoverage& entry : review.corpus.coverage) {
    if (entry.status == CoverageStatus::not_owed) continue;
    const Item& item = review.units[entry.item.unit].items[entry.item.id];
    all += (all.empty() ? "" : "; ") + item.id + (entry.code.empty() ? "" : " " + entry.code) + " " + std::string(name_of(entry.status));
  }
  return all;
}

void add_requirements(Review& review, const std::string& rows) {
  help::add_csv(review, "design/BRS901.csv", "req_id,parent_id,text,obligation,bp_steps,target_codes,status,release\n" + rows, &mapping("brs"));
}

void add_steps(Review& review, const std::string& rows) {
  help::add_csv(review, "design/BP901.csv", "step_id,bp_version,lane_role,step_text,interface_ids,to_roles,next_step,requirement_ids\n" + rows,
                &mapping("bp-steps"));
}

void add_trace(Review& review, const std::string& rows) {
  help::add_csv(review, "registers/trace.csv", trace_header + rows, &mapping("trace"), InputRole::register_file);
}

}  // namespace

TEST_CASE("a declared link covers where its provision stands", "[link]") {
  const auto [provision, expected] = GENERATE(table<std::string, std::string>({
      {"3.1.4", "covered"},
      {"2.1(b)", "covered"},
      {"paragraph 3.1.4.", "covered"},
      {"\"3.1.4, 2.1(b)\"", "covered"},
      {"9.9", "uncovered"},
      {"3.1.3", "uncovered"},
  }));
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Records:", "2.1(b) keep them", "3.1.3 Not used.", "3.1.4 Send the details"});
  add_requirements(review, "XP-BR-MS-001,,It must be sent,must,,XBSC,Approved,\n");
  add_trace(review, "T1,XP-BR-MS-001,,codifies,XBSC,XBSCP901," + provision + ",full,,Draft\n");
  CHECK(statuses(review) == "XP-BR-MS-001 XBSC " + expected);
}

TEST_CASE("only links that codify count", "[link]") {
  const auto [type, state, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"codifies", "Draft", "covered"},
      {"", "Approved", "covered"},
      {"references", "Draft", "uncovered"},
      {"consequential", "Draft", "uncovered"},
      {"codifies", "Rejected", "uncovered"},
      {"not_codified", "Waived", "waived"},
      {"codifies", "Waived", "waived"},
  }));
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep records"});
  add_requirements(review, "XP-BR-MS-001,,It must be kept,must,,XBSC,Approved,\n");
  add_trace(review, "T1,XP-BR-MS-001,," + type + ",XBSC,XBSCP901,2.1,full,held elsewhere," + state + "\n");
  CHECK(statuses(review) == "XP-BR-MS-001 XBSC " + expected);
  if (expected == "waived") CHECK(review.corpus.coverage.front().reason == "held elsewhere");
}

TEST_CASE("a requirement is judged in each code it targets", "[link]") {
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep records"});
  help::add_draft(review, "Schedule 91", "XREC", {"4.2 Keep records too"});
  add_requirements(review, "XP-BR-MS-001,,It must be kept,must,,XBSC;XREC;XSEC,Approved,\n");
  add_trace(review, "T1,XP-BR-MS-001,,codifies,XBSC,XBSCP901,2.1,full,,Draft\n");
  CHECK(statuses(review) == "XP-BR-MS-001 XBSC covered; XP-BR-MS-001 XREC uncovered; XP-BR-MS-001 XSEC pending");
  CHECK(review.corpus.coverage.back().reason == "no XSEC text was read");
}

TEST_CASE("an id that stands in a provision is evidence", "[link]") {
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Send it as XP\u2011BR\u2011MS\u2011001 asks", "2.2 Not used. XP-BR-MS-002"});
  add_requirements(review, "XP-BR-MS-001,,It must be sent,must,,XBSC,Approved,\nXP-BR-MS-002,,It must be kept,must,,XBSC,Approved,\n");
  CHECK(statuses(review) == "XP-BR-MS-001 XBSC covered; XP-BR-MS-002 XBSC uncovered");
  REQUIRE(review.corpus.coverage.front().targets.size() == 1);
  CHECK(review.corpus.coverage.front().targets.front().evidence == Evidence::cited);
  CHECK(review.corpus.coverage.front().targets.front().label == "2.1");
}

TEST_CASE("a row with the step's interface and roles carries it, and its requirement through it", "[link]") {
  const auto [from, to, step, requirement] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"Metering Service", "Registration Services and Suppliers", "covered", "covered"},
      {"Metering Service", "Supplier", "partial", "partial"},
      {"Supplier", "Metering Service", "weak", "weak"},
      {"Metering Service", "LDSO", "weak", "weak"},
  }));
  Review review;
  const auto draft = help::add_draft(review, "XBSCP901", "XBSC", {"3.1.4 Send the details"});
  help::add_row(review, draft, "3.1.4", from, to, "IF-903");
  help::add_csv(review, "registers/roles.csv", "role,name,aliases\nMSVC,Metering Service,\nREGS,Registration Service,\nSUP,Supplier,\n",
                &mapping("roles"), InputRole::register_file);
  add_steps(review, "BP901.040,1.2,MSVC,Send details,IF903,REGS;SUP,,XP-BR-MS-004\n");
  add_requirements(review, "XP-BR-MS-004,,It must be sent,must,BP901.040,XBSC,Approved,\n");
  CHECK(statuses(review) == "BP901.040 XBSC " + step + "; XP-BR-MS-004 XBSC " + requirement);
  if (requirement == "covered") CHECK(review.corpus.coverage.back().targets.front().via == "BP901.040");
}

TEST_CASE("ALL means every role that a table knows", "[link]") {
  const auto [to, expected] = GENERATE(table<std::string, std::string>(
      {{"All Parties", "covered"}, {"Metering Service, Data Service", "covered"}, {"Metering Service", "partial"}, {"Nobody", "weak"}}));
  Review review;
  help::add_csv(review, "registers/roles.csv", "role,name\nSUP,Supplier\nMSVC,Metering Service\nDSVC,Data Service\n", &mapping("roles"),
                InputRole::register_file);
  add_steps(review, "BP901.010,1.0,SUP,Ask,IF-901,ALL,,\n");
  help::add_row(review, help::add_draft(review, "XBSCP901", "XBSC", {"3.1.1 Ask"}), "3.1.1", "Supplier", to, "IF-901");
  CHECK(statuses(review) == "BP901.010 " + expected);
}

TEST_CASE("a parent is what its children are", "[link]") {
  const auto [links, parent] = GENERATE(table<std::string, std::string>({
      {"T1,XP-BR-RS-001.1,,codifies,XBSC,XBSCP901,2.1,full,,\nT2,XP-BR-RS-001.2,,codifies,XBSC,XBSCP901,2.1,full,,\n", "covered"},
      {"T1,XP-BR-RS-001.1,,codifies,XBSC,XBSCP901,2.1,full,,\n", "partial"},
      {"", "uncovered"},
  }));
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Publish"});
  add_requirements(
      review,
      "XP-BR-RS-001,,All,must,,XBSC,Approved,\nXP-BR-RS-001.1,XP-BR-RS-001,One,must,,,Approved,\nXP-BR-RS-001.2,XP-BR-RS-001,Two,must,,,Approved,\n");
  add_trace(review, links);
  CHECK(statuses(review).substr(0, 18 + parent.size()) == "XP-BR-RS-001 XBSC " + parent);
}

TEST_CASE("a step carried by its requirement alone is weak", "[link]") {
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep records"});
  add_steps(review, "BP901.040,1.2,MSVC,Send,IF-903,REGS,,XP-BR-MS-004\n");
  add_requirements(review, "XP-BR-MS-004,,It must be sent,must,,XBSC,Approved,\n");
  add_trace(review, "T1,XP-BR-MS-004,,codifies,XBSC,XBSCP901,2.1,full,,\n");
  CHECK(statuses(review) == "BP901.040 XBSC weak; XP-BR-MS-004 XBSC covered");
}

TEST_CASE("a text of an older release leaves later atoms pending", "[link]") {
  Review review;
  review.project.releases = {"IR1.0", "IR1.1"};
  review.project.release = "IR1.0";
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep records"});
  add_requirements(review, "XP-BR-MS-001,,Later,must,,XBSC,Approved,IR1.1\nXP-BR-MS-002,,Now,must,,XBSC,Approved,IR1.0\n");
  CHECK(statuses(review) == "XP-BR-MS-001 XBSC pending; XP-BR-MS-002 XBSC uncovered");
  CHECK(review.corpus.coverage.front().reason == "the XBSC text is drafted to IR1.0, and this is of IR1.1");
}

TEST_CASE("withdrawn atoms and other kinds are not owed", "[link]") {
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep records"});
  add_requirements(review, "XP-BR-MS-001,,Old,must,,XBSC,Withdrawn,\n");
  help::add_csv(review, "design/DES901.csv", "interface_id,name\nIF-901,Request\n", &mapping("interfaces"));
  CHECK(statuses(review).empty());
  CHECK(review.corpus.coverage.size() == 2);
}

TEST_CASE("a link that pins an older version is outdated and still counts", "[link]") {
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"3.1.2 Answer"});
  add_steps(review, "BP901.020,1.10,MSVC,Answer,IF-902,SUP,,\n");
  add_trace(review, "T1,BP901.020,1.9,codifies,XBSC,XBSCP901,3.1.2,full,,\n");
  CHECK(statuses(review) == "BP901.020 covered");
  CHECK(review.corpus.coverage.front().targets.front().outcome == TraceOutcome::outdated);
}

TEST_CASE("a text that was not read as a whole proves no gap", "[link]") {
  Review review;
  review.units[help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Records"})].lost.text = true;
  help::add_draft(review, "Schedule 91", "XREC", {"4.2 Records"});
  add_requirements(review, "XP-BR-MS-001,,It must be sent,must,,XBSC;XREC,Approved,\n");
  CHECK(statuses(review) == "XP-BR-MS-001 XBSC pending; XP-BR-MS-001 XREC uncovered");
}

TEST_CASE("an unusable trace register leaves everything pending", "[link]") {
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"3.1.2 Answer"});
  add_requirements(review, "XP-BR-MS-001,,It must be,must,,XBSC,Approved,\n");
  help::add_csv(review, "registers/trace.csv", "a,b\n1,2\n", &mapping("trace"), InputRole::register_file);
  CHECK(statuses(review) == "XP-BR-MS-001 XBSC pending");
}

TEST_CASE("requirements that are each other's parents end", "[link]") {
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep"});
  add_requirements(review, "XP-BR-MS-001,XP-BR-MS-002,One,must,,,Approved,\nXP-BR-MS-002,XP-BR-MS-001,Two,must,,,Approved,\n");
  CHECK(statuses(review) == "XP-BR-MS-001 uncovered; XP-BR-MS-002 uncovered");
}
