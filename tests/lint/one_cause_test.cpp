// One cause, one finding: what several rules could say of one mistake in the coverage is said where it is to be put right.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "help/linted.h"

using namespace dovetail;

namespace {

using Files = std::map<std::string, std::string>;

/// A water project of two codes: one requirement that stands in both, linked.
Files water() {
  return {
      {"dovetail.yaml",
       "project: water\nas_of: 2025-01-01\ncodes: [WSC, DRC]\n"
       "documents:\n  - {path: wsp3.txt, id: WSP 3, code: WSC, lead: true}\n  - {path: drp8.txt, id: DRP 8, code: DRC, lead: true}\n"
       "design:\n  - {path: needs.csv, artefact: WSR, mapping: brs}\nregisters: {trace: links.csv}\nroles: roles.csv\n"},
      {"wsp3.txt", "WSC WSP 3\n1 Leaks\n1.1 The Pipe Keeper shall close the valve of a leaking main.\n1.2 The Pipe Keeper shall log it.\n"},
      {"drp8.txt", "DRC DRP 8\n1 Drains\n1.1 The Pipe Keeper shall close the valve of a leaking main.\n"},
      {"needs.csv",
       "Req ID,Text,Actor,Obligation,Target Codes,Status\nWSR-01,The Pipe Keeper must close the valve of a leaking main,PK,must,WSC;DRC,Approved\n"},
      {"links.csv",
       "Link Ref,Atom ID,Link Type,Code,Document,Provision,Coverage\nW1,WSR-01,codifies,WSC,WSP 3,1.1,full\nW2,WSR-01,codifies,DRC,DRP 8,1.1,full\n"},
      {"roles.csv", "role,name,aliases\nPK,Pipe Keeper,\nBO,Billing Office,\n"}};
}

/// "rule at label" of every error and warning.
std::vector<std::string> told(const Files& files) {
  std::vector<std::string> all;
  for (const Finding& finding : help::linted({files.begin(), files.end()}).findings)
    if (finding.severity != Severity::note) all.push_back(finding.rule + " at " + finding.label);
  std::sort(all.begin(), all.end());
  return all;
}

void replace(std::string& text, const std::string& words, const std::string& by) { text.replace(text.find(words), words.size(), by); }

}  // namespace

TEST_CASE("a right project of two codes has no finding", "[lint][coverage]") { CHECK(told(water()).empty()); }

TEST_CASE("a deletion is one finding at the text, with the link that led to it as a note", "[lint][coverage]") {
  Files files = water();
  replace(files["wsp3.txt"], "1.1 The Pipe Keeper shall close the valve of a leaking main.",
          "{--1.1 The Pipe Keeper shall close the valve of a leaking main.--}");
  const Review review = help::linted({files.begin(), files.end()});
  std::vector<const Finding*> found;
  for (const Finding& finding : review.findings)
    if (finding.rule.starts_with("coverage.") && finding.severity != Severity::note) found.push_back(&finding);
  REQUIRE(found.size() == 1);
  CHECK(found.front()->rule == "coverage.lost");
  CHECK(std::any_of(found.front()->notes.begin(), found.front()->notes.end(), [](const FindingNote& note) { return note.label == "W1"; }));
}

TEST_CASE("a link to a number that never stood there is the register's fault", "[lint][coverage]") {
  Files files = water();
  replace(files["links.csv"], "WSP 3,1.1", "WSP 3,1.9");
  CHECK(told(files) == std::vector<std::string>{"coverage.dead-provision at W1"});
}

TEST_CASE("the wrong actor in one of two codes is one finding, in that code", "[lint][coverage]") {
  Files files = water();
  SECTION("in the code that leads") {
    replace(files["wsp3.txt"], "The Pipe Keeper shall close", "The Billing Office shall close");
    CHECK(told(files) == std::vector<std::string>{"coverage.actor-differs at 1.1"});
  }
  SECTION("in the other") {
    replace(files["drp8.txt"], "The Pipe Keeper shall close", "The Billing Office shall close");
    CHECK(told(files) == std::vector<std::string>{"coverage.codes-differ at 1.1"});
  }
}

TEST_CASE("a link that is weak only for its age is told by its own rule", "[lint][coverage]") {
  Files files = water();
  replace(files["dovetail.yaml"], "registers: {trace: links.csv}", "registers: {trace: links.csv, changes: changes.csv}");
  files["needs.csv"] =
      "Req ID,Text,Actor,Obligation,Target Codes,Status,Version\nWSR-01,The Pipe Keeper must close the valve of a leaking "
      "main,PK,must,WSC,Approved,1.2\n";
  files["links.csv"] = "Link Ref,Atom ID,Atom Version,Link Type,Code,Document,Provision,Coverage\nW1,WSR-01,1.1,codifies,WSC,WSP 3,1.1,full\n";
  files["changes.csv"] =
      "change_id,kind,title,status,decided_on,artefact,atom_ids,from_version,to_version,evidence\nCR7,CR,Valves,Approved,2024-12-01,WSR,WSR-01,1.1,1."
      "2,Minute 9\n";
  const auto found = told(files);
  CHECK(std::count(found.begin(), found.end(), "coverage.outdated at W1") == 1);
  CHECK(std::none_of(found.begin(), found.end(), [](const std::string& one) { return one.starts_with("coverage.uncovered"); }));
}

namespace {

/// A row that carries a step; the draft gives it another message.
std::vector<std::string> told_of_row(const std::string& information, const std::string& to = "Pipe Keeper") {
  return told({{"dovetail.yaml",
                "project: water\nas_of: 2025-01-01\ncodes: [WSC]\ndocuments:\n  - {path: wsp3.txt, id: WSP 3, code: WSC, lead: true}\n"
                "design:\n  - {path: steps.csv, artefact: WSX, mapping: bp-steps}\n  - {path: messages.csv, artefact: WSM, mapping: interfaces}\n"
                "roles: roles.csv\n"},
               {"wsp3.txt",
                "WSC WSP 3\n3 Interface and Timetable\n| REF | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n"
                "| 3.1 | As required | Send the bill | Billing Office | " +
                    to + " | " + information + " | Post |\n"},
               {"steps.csv", "Process,Step,Role,Description,Interface,To\nWSX,WST.10,BO,Send the bill,WM-61,PK\n"},
               {"messages.csv",
                "Interface,Name,Status,Sender,Receivers\nWM-61,Bill,Approved,BO,PK\nWM-62,Receipt,Approved,PK,BO\nWM-63,Advice,Withdrawn,BO,PK\n"},
               {"roles.csv", "role,name,aliases\nPK,Pipe Keeper,\nBO,Billing Office,\n"}});
}

}  // namespace

TEST_CASE("a message that no catalogue has, in place of the step's, is one finding at the row", "[lint][coverage]") {
  using Lines = std::vector<std::string>;
  CHECK(told_of_row("WM-61").empty());
  CHECK(told_of_row("{--WM-61--}{++WM-68++}") == Lines{"timetable.flow-mismatch at 3.1"});
  CHECK(told_of_row("{--WM-61--}{++WM-63++}") == Lines{"timetable.flow-mismatch at 3.1"});  // withdrawn
  CHECK(told_of_row("{--WM-61--}{++The bill++}") == Lines{"coverage.lost at 3.1"});         // nothing else is wrong with the row
}

TEST_CASE("a number of whatever is counted differs between two codes", "[lint][coverage]") {
  const auto [other, found] = GENERATE(table<std::string, bool>({
      {"The Pipe Keeper shall close the valve of a main that loses 80 litres in 5 minutes.", true},
      {"The Pipe Keeper shall close the valve of a main that loses sixty litres in 5 minutes.", false},
      {"The Pipe Keeper shall close the valve of a main that loses 60 litres in 9 minutes.", true},
      {"The Pipe Keeper shall close the valve of a main under paragraph 80 and Schedule 9.", false},
      {"The Pipe Keeper shall fill 80 bottles each week.", false},
      {"The Pipe Keeper shall tell 2 neighbours, and close the valve of a main that loses 60 litres in 5 minutes.", false},
      {"The Pipe Keeper shall pay £80 and close the valve of a leaking main.", false},
  }));
  CAPTURE(other);
  Files files = water();
  replace(files["needs.csv"], "close the valve of a leaking main", "close the valve of a main that loses 60 litres in 5 minutes");
  replace(files["wsp3.txt"], "close the valve of a leaking main.", "close the valve of a main that loses 60 litres in 5 minutes.");
  replace(files["drp8.txt"], "The Pipe Keeper shall close the valve of a leaking main.", other);
  const auto said = told(files);
  CHECK((std::count(said.begin(), said.end(), "coverage.codes-differ at 1.1") == 1) == found);
}

TEST_CASE("a provision that is renumbered, and cites one that is, is no other text", "[lint][coverage]") {
  const std::string hash = "e4bc228aaa4f";  // of "The Pipe Keeper shall log it, as paragraph 1.1 asks."
  const auto [draft, found] = GENERATE(table<std::string, std::string>({
      {"{++1.1 A main is a pipe.++}\n{--1.1--}{++1.2++} The Pipe Keeper shall close the valve of a leaking main.\n"
       "{--1.2--}{++1.3++} The Pipe Keeper shall log it, as paragraph {--1.1--}{++1.2++} asks.\n",
       "note WSP 3 1.2 is 1.3 now"},
      {"{++1.1 A main is a pipe.++}\n{--1.1--}{++1.2++} The Pipe Keeper shall close the valve of a leaking main.\n"
       "{--1.2--}{++1.3++} The Pipe Keeper {--shall--}{++may++} log it, as paragraph {--1.1--}{++1.2++} asks.\n",
       "warning the text of WSP 3 1.2, 1.3 now, is another than the one reviewed"},
      {"1.1 The Pipe Keeper shall close the valve of a leaking main.\n1.2 The Pipe Keeper shall log it, as paragraph {--1.1--}{++1.3++} asks.\n"
       "{++1.3 A main is a pipe.++}\n",
       "warning the text of WSP 3 1.2 is another than the one reviewed"},
  }));
  Files files = water();
  files["wsp3.txt"] = "WSC WSP 3\n1 Leaks\n" + draft;
  files["links.csv"] = "Link Ref,Atom ID,Link Type,Code,Document,Provision,Coverage,Hash\nW1,WSR-01,codifies,WSC,WSP 3,1.2,full," + hash +
                       "\nW2,WSR-01,codifies,DRC,DRP 8,1.1,full,\n";
  const Review review = help::linted({files.begin(), files.end()});
  std::string said;
  for (const Finding& finding : review.findings)
    if (finding.rule == "coverage.dead-provision")
      said += (finding.severity == Severity::note ? "note " : "warning ") + finding.message.substr(finding.label.size() + 2);
  CHECK(said == found);
}
