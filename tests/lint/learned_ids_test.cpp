// Ids that a design uses are known wherever they stand, though nothing says how they are spelt.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "help/linted.h"
#include "text/ids.h"

using namespace dovetail;

namespace {

const std::string listed =
    "codes: [{id: HNC, name: Heat Networks Code}]\ndocuments: [{path: draft.txt, id: HNP 12, code: HNC}]\n"
    "design:\n  - {path: steps.csv, artefact: HNPROC, mapping: bp-steps}\n  - {path: messages.csv, artefact: HNCAT, mapping: interfaces}\n";
const std::string steps =
    "Process,Step,Role,Description,Interface,To\nHNPROC,EV.04.010,Heat Supplier,Ask for a connection,\"M01, M02\",Network Operator\n"
    "HNPROC,EV.04.020,Network Operator,Survey the premises,,\nHNPROC,EV.04.030,Network Operator,Offer a date,M03,Heat Supplier\n";
const std::string messages =
    "Interface,Name,Sender,Receivers\nM01,Request,Heat Supplier,Network Operator\nM02,Plan,Heat Supplier,Network Operator\n"
    "M03,Offer,Network Operator,Heat Supplier\n";
const std::string draft =
    "HEAT NETWORKS CODE\nProcedure HNP 12\n1 Connections\n1.1 The Heat Supplier asks for a connection (EV.04.010).\n"
    "1.2 The Network Operator surveys the premises and offers a date (EV.04.020 and EV.04.030) by milestone M10.\n1.3 It sends an Offer (M03).\n";

std::string spelt(const std::vector<IdInText>& found) {
  std::string all;
  for (const auto& one : found) all += (all.empty() ? "" : " ") + std::string(one.id.family) + ":" + one.id.canonical;
  return all;
}

}  // namespace

TEST_CASE("ids of the loaded design are found in text and cut in cells, without a word about their shape", "[lint][ids]") {
  const auto review = help::linted({{"dovetail.yaml", listed}, {"draft.txt", draft}, {"steps.csv", steps}, {"messages.csv", messages}});
  CHECK(help::said_by(review, "coverage.uncovered").empty());
  CHECK(help::said_by(review, "design.dangling").empty());  // "M01, M02" are two
  CHECK(help::said_by(review, "data.unknown-id").empty());  // M10 is a milestone: of one letter only the ids that are there count
  CHECK(spelt(ids_in_text("EV.04.020, M03 and M10, EV.04.99, EV.04.0201")) == "bp_step:EV.04.020 interface:M03");
}

TEST_CASE("where no catalogue was read the steps say how messages are called, and rows that carry them are found", "[lint][ids]") {
  const auto [cells, status] = GENERATE(table<std::vector<std::string>, CoverageStatus>({
      {{"WFM-12", "WFM-13"}, CoverageStatus::covered},
      {{"\"WFM-12, WFM-14\"", "WFM-13"}, CoverageStatus::covered},
      {{"WFM-12", ""}, CoverageStatus::covered},
      {{"Portal", "WFM"}, CoverageStatus::uncovered},  // words name no message
  }));
  const std::string project =
      "codes: [{id: HNC, name: Heat Networks Code}]\ndocuments: [{path: draft.txt, id: HNP 12, code: HNC}]\n"
      "design:\n  - {path: steps.csv, artefact: HNPROC, mapping: bp-steps}\n";
  const std::string table = "Process,Step,Role,Description,Interface,To\nHNPROC,EV.04.010,Heat Supplier,Ask for a connection," + cells[0] +
                            ",Network Operator\nHNPROC,EV.04.020,Network Operator,Offer a date," + cells[1] + ",Heat Supplier\n";
  const std::string text =
      "HEAT NETWORKS CODE\nProcedure HNP 12\n1 Connections\n1.1 Timetable\n"
      "| REF | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n"
      "| 1.1.1 | As required | It begins | Heat Supplier | Network Operator | WFM-12 what is wanted | Portal |\n";
  const auto review = help::linted({{"dovetail.yaml", project}, {"draft.txt", text}, {"steps.csv", table}});
  const auto first = std::find_if(review.corpus.coverage.begin(), review.corpus.coverage.end(),
                                  [&](const AtomCoverage& entry) { return review.units[entry.item.unit].items[entry.item.id].id == "EV.04.010"; });
  REQUIRE(first != review.corpus.coverage.end());
  CHECK(name_of(first->status) == name_of(status));
  CHECK(help::said_by(review, "data.unknown-id").empty());
}

TEST_CASE("an id that is spelt as others are and in no catalogue is unknown", "[lint][ids]") {
  const std::string wf = "Interface,Name,Sender,Receivers\nWF012,Request,Heat Supplier,Network Operator\nWF013,Plan,Network Operator,Heat Supplier\n";
  const std::string text = "HEAT NETWORKS CODE\nProcedure HNP 12\n1 Connections\n1.1 The Heat Supplier sends WF012.\n1.2 It sends WF018.\n";
  const auto review = help::linted({{"dovetail.yaml", listed}, {"draft.txt", text}, {"steps.csv", steps}, {"messages.csv", wf}});
  CHECK(help::said_by(review, "data.unknown-id") == std::vector<std::string>{"1.2: WF018"});
}

TEST_CASE("one id unlike the others of its kind is no scheme, the only one is", "[lint][ids]") {
  const std::string odd =
      "Interface,Name,Sender,Receivers\nIF-901,Request,Heat Supplier,Network Operator\nIF-902,Plan,Heat Supplier,Network Operator\n"
      "IX-90-Q3,Offer,Network Operator,Heat Supplier\n";
  (void)help::linted({{"dovetail.yaml", listed}, {"draft.txt", draft}, {"steps.csv", steps}, {"messages.csv", odd}});
  CHECK(spelt(ids_in_text("IX-90-Q3")).empty());
  const std::string only = "Interface,Name,Sender,Receivers\nIX-90-Q3,Offer,Network Operator,Heat Supplier\n";
  (void)help::linted({{"dovetail.yaml", listed}, {"draft.txt", draft}, {"steps.csv", steps}, {"messages.csv", only}});
  CHECK(spelt(ids_in_text("IX-90-Q3")) == "interface:IX-90-Q3");
}

TEST_CASE("the figure that ends an id is no footnote's mark, so a limit counts from that step", "[lint][ids][timetable]") {
  const auto [when, found] = GENERATE(table<std::string, std::size_t>({{"Within 3 hours of 3.2", 1}, {"Within 2 hours of 3.2", 0}}));
  const auto review = help::linted(
      {{"dovetail.yaml",
        "codes: [{id: PSC, name: Port Services Code}]\ndocuments: [{path: draft.txt, id: Port Rules 7, code: PSC, profile: bscp}]\n"
        "design:\n  - {path: steps.csv, artefact: HARPROC, mapping: bp-steps}\n  - {path: limits.csv, artefact: HARLIM, mapping: choreography}\n"
        "  - {path: messages.csv, artefact: HARMSG, mapping: interfaces}\n"
        "roles: roles.csv\n"},
       {"draft.txt",
        "PORT SERVICES CODE\nPort Rules 7\n3 Interface and Timetable\n| REF | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n"
        "| 3.2 | As required | Assign a berth | Harbour Master | Ship Agent | VM-11 | Post |\n| 3.3 | " +
            when + " | Order a pilot | Ship Agent | Harbour Master | VM-12 | Post |\n"},
       {"steps.csv",
        "Process,Step,Role,Description,Interface,To\nHARPROC,HAR.2,HM,Assign a berth,VM-11,AGT\nHARPROC,HAR.3,AGT,Order a pilot,VM-12,HM\n"},
       {"messages.csv", "Interface,Name,Sender,Receivers\nVM-11,Berth,HM,AGT\nVM-12,Order,AGT,HM\n"},
       {"limits.csv", "SLA ID,Step,Interface,Sender,Receivers,SLA\nHL-3,HAR.3,VM-12,AGT,HM,Within 2 hours of HAR.2\n"},
       {"roles.csv", "role,name\nHM,Harbour Master\nAGT,Ship Agent\n"}});
  const auto said = help::said_by(review, "timetable.sla-differs");
  REQUIRE(said.size() == found);
  for (const Finding& finding : review.findings)
    if (finding.rule == "timetable.sla-differs") CHECK(finding.message.find("cannot be compared") == std::string::npos);
}
