// Every grade of evidence, every status and every outcome of a link, over the whole line; and what must hold whatever the input.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "help/linted.h"

using namespace dovetail;

namespace {

using Files = std::map<std::string, std::string>;

const std::string trace_head =
    "link_id,atom_kind,atom_id,atom_version,artefact,release,link_type,code,code_doc,draft_version,provision,coverage,basis,rationale,owner,reviewed_"
    "on,"
    "provision_hash,status\n";
const std::string step_head = "bp_id,bp_version,step_id,lane_role,step_text,interface_ids,to_roles,requirement_ids,release\n";
const std::string requirement_head =
    "req_id,parent_id,brs_id,brs_version,text,actor_role,obligation,bp_steps,interface_ids,target_codes,status,release\n";

std::string link(const std::string& id, const std::string& atom, const std::string& label, const std::string& coverage = "full",
                 const std::string& version = "1.0") {
  return id + ",requirement," + atom + "," + version + ",BRS904,IR1.0,codifies,XBSC,XBSCP904,0.2," + label + "," + coverage +
         ",design,,XBSC,2024-06-20,,Approved\n";
}

std::string requirement(const std::string& id, const std::string& text = "Records are kept", const std::string& rest = ",,XBSC,Approved,IR1.0") {
  return id + ",,BRS904,1.0," + text + ",OBS,must," + rest + "\n";
}

Files project() {
  return {
      {"dovetail.yaml",
       "project: kinds\nrelease: IR1.0\nreleases: [IR1.0, IR1.1]\nas_of: 2024-07-01\ncodes:\n  - {id: XBSC, name: X Code}\n"
       "documents:\n  - {path: xbscp904.txt, id: XBSCP904, code: XBSC, profile: bscp, lead: true}\n"
       "design:\n  - {path: requirements.csv, artefact: BRS904, mapping: brs}\n  - {path: steps.csv, artefact: BP904, mapping: bp-steps}\n"
       "  - {path: interfaces.csv, artefact: DES904, mapping: interfaces}\n"
       "registers: {trace: trace.csv, comments: comments.csv, artefacts: artefacts.csv}\nroles: roles.csv\n"},
      {"xbscp904.txt",
       "XBSC PROCEDURE\nWeather Data\nXBSCP904\n1 Records\n1.1 The Observer shall keep its readings.\n1.2 The Bureau shall keep its corrections.\n"},
      {"requirements.csv", requirement_head + requirement("XP-BR-WE-001")},
      {"steps.csv", step_head},
      {"interfaces.csv", "interface_id,name,version,status,sender_role,primary_receivers\nIF-941,Weather record,1.0,Approved,OBS,BUR\n"},
      {"trace.csv", trace_head},
      {"comments.csv", "comment_id,code_doc,draft_version,provision,atom_ids,comment,response,disposition,change_made_in,closed_on\n"},
      {"artefacts.csv", "short_name,doc_number,status,incorporated\nRequirements,BRS904,Approved,\n"},
      {"roles.csv", "role,name\nOBS,Observer\nBUR,Bureau\n"}};
}

Review run(const Files& files) { return help::linted({files.begin(), files.end()}); }

const AtomCoverage& entry(const Review& review, const std::string& atom) {
  for (const AtomCoverage& one : review.corpus.coverage)
    if (review.units[one.item.unit].items[one.item.id].id == atom) return one;
  FAIL("no coverage of " + atom);
  return review.corpus.coverage.front();
}

std::string status(const Review& review, const std::string& atom) { return std::string(name_of(entry(review, atom).status)); }

std::string evidence(const Review& review, const std::string& atom) {
  std::string all;
  for (const CoverageTarget& target : entry(review, atom).targets)
    all += (all.empty() ? "" : " ") + target.label + ":" + std::string(name_of(target.evidence));
  return all;
}

/// How much a status is worth: more links never make it less.
int rank(CoverageStatus s) {
  const std::vector<CoverageStatus> order{CoverageStatus::uncovered, CoverageStatus::pending,   CoverageStatus::waived, CoverageStatus::weak,
                                          CoverageStatus::partial,   CoverageStatus::contested, CoverageStatus::covered};
  return static_cast<int>(std::find(order.begin(), order.end(), s) - order.begin());
}

}  // namespace

TEST_CASE("each grade of evidence is told apart, and low grades are weak", "[link]") {
  Files files = project();
  SECTION("declared") {
    files["trace.csv"] += link("T-1", "XP-BR-WE-001", "1.1");
    const auto review = run(files);
    CHECK(evidence(review, "XP-BR-WE-001") == "1.1:declared");
    CHECK(status(review, "XP-BR-WE-001") == "covered");
  }
  SECTION("cited, a range of ids too") {
    files["requirements.csv"] += requirement("XP-BR-WE-002") + requirement("XP-BR-WE-003");
    files["xbscp904.txt"] += "1.3 This is as XP-BR-WE-001 to XP-BR-WE-003 ask.\n";
    const auto review = run(files);
    CHECK(evidence(review, "XP-BR-WE-001") == "1.3:cited");
    CHECK(evidence(review, "XP-BR-WE-003") == "1.3:cited");
    CHECK(status(review, "XP-BR-WE-001") == "covered");
  }
  SECTION("incorporated by reference, by the words of the text or by the register") {
    const bool registered = GENERATE(true, false);
    files["xbscp904.txt"] += registered ? "1.3 Records are kept in accordance with BRS904.\n"
                                        : "1.3 Records are kept in accordance with BRS904, as amended from time to time.\n";
    if (registered) files["artefacts.csv"] = "short_name,doc_number,status,incorporated\nRequirements,BRS904,Approved,Yes\n";
    const auto review = run(files);
    CHECK(evidence(review, "XP-BR-WE-001") == "1.3:incorporated");
    CHECK(status(review, "XP-BR-WE-001") == "covered");
  }
  SECTION("an artefact that is merely mentioned carries nothing") {
    files["xbscp904.txt"] += "1.3 BRS904 is a paper of the programme.\n";
    CHECK(status(run(files), "XP-BR-WE-001") == "uncovered");
  }
  SECTION("named: the message beside the role that acts; weak") {
    files["requirements.csv"] = requirement_head + requirement("XP-BR-WE-001", "It is sent", ",IF-941,XBSC,Approved,IR1.0");
    files["xbscp904.txt"] += "1.3 Each Observer shall send the weather records by noon.\n";
    const auto review = run(files);
    CHECK(evidence(review, "XP-BR-WE-001") == "1.3:named");
    CHECK(status(review, "XP-BR-WE-001") == "weak");
  }
  SECTION("a name beside another role is no evidence") {
    files["requirements.csv"] = requirement_head + requirement("XP-BR-WE-001", "It is sent", ",IF-941,XBSC,Approved,IR1.0");
    files["xbscp904.txt"] += "1.3 Each Bureau shall read the weather records by noon.\n";
    CHECK(status(run(files), "XP-BR-WE-001") == "uncovered");
  }
}

TEST_CASE("a row with a step's message carries it between its own parties; between others it only names it", "[link]") {
  const auto [from, to, expected, reason] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"Observer", "Bureau", "covered", ""},
      {"New Observer(s)", "All Parties", "covered", ""},
      {"Bureau", "Observer", "weak", "a row has its message, between other parties"},
      {"Observer", "Observer", "weak", "a row has its message, between other parties"},
      {"Observer Agent", "Bureau", "weak", "a row has its message, between other parties"},
  }));
  Files files = project();
  files["steps.csv"] += "BP904,1.0,BP904.010,OBS,Send it,IF-941,BUR,XP-BR-WE-001,IR1.0\n";
  files["xbscp904.txt"] +=
      "2 Interface and Timetable\n| REF | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n| 2.1 | At noon | Send it | " + from + " | " +
      to + " | IF-941 | Post |\n";
  const auto review = run(files);
  CHECK(evidence(review, "BP904.010") == (expected == "covered" ? "2.1:structured" : "2.1:named"));
  CHECK(status(review, "BP904.010") == expected);
  CHECK(entry(review, "BP904.010").reason == reason);
  CHECK(status(review, "XP-BR-WE-001") == expected);
  for (const Finding& finding : review.findings) CHECK(finding.rule != "coverage.uncovered");
}

TEST_CASE("a row that carries another step with the same message is no evidence for this one", "[link]") {
  Files files = project();
  files["steps.csv"] += "BP904,1.0,BP904.010,OBS,Send it,IF-941,BUR,,IR1.0\nBP904,1.0,BP904.020,BUR,Send it on,IF-941,OBS,,IR1.0\n";
  files["xbscp904.txt"] +=
      "2 Interface and Timetable\n| REF | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n"
      "| 2.1 | At noon | Send it | Observer | Bureau | IF-941 | Post |\n";
  const auto review = run(files);
  CHECK(status(review, "BP904.010") == "covered");
  CHECK(status(review, "BP904.020") == "uncovered");
}

TEST_CASE("a number that other text bears since the draft", "[link]") {
  const std::string gone = "{--1.1 The Observer shall keep its readings in a sealed ledger.--}\n";
  const auto [design, draft, version, expected, outcome] = GENERATE_COPY(table<std::string, std::string, std::string, std::string, std::string>({
      // The words say that the deleted text is meant …
      {"Readings are kept in a sealed ledger", gone + "{--1.2--}{++1.1++} The Bureau shall keep its corrections.\n", "", "uncovered", "orphaned"},
      // … or the one that has the number now, or neither.
      {"Corrections are kept by the Bureau", gone + "{--1.2--}{++1.1++} The Bureau shall keep its corrections.\n", "", "covered", "covers"},
      {"Papers are filed", gone + "{--1.2--}{++1.1++} The Bureau shall keep its corrections.\n", "", "pending", "ambiguous"},
      // The register says that it speaks of this version.
      {"Readings are kept in a sealed ledger", gone + "{--1.2--}{++1.1++} The Bureau shall keep its corrections.\n", "0.2", "covered", "covers"},
      // Text in front moved it on.
      {"Readings are kept in a sealed ledger",
       "{++1.1 The Bureau shall keep its corrections.++}\n{--1.1--}{++1.2++} The Observer shall keep its readings in a sealed ledger.\n", "0.1",
       "covered", "moved"},
  }));
  Files files = project();
  auto& project_file = files["dovetail.yaml"];
  project_file.replace(project_file.find("lead: true"), 10, "lead: true, version: \"0.2\"");
  files["requirements.csv"] = requirement_head + requirement("XP-BR-WE-001", design);
  files["xbscp904.txt"] = "XBSC PROCEDURE\nWeather Data\nXBSCP904\n1 Records\n" + draft;
  files["trace.csv"] +=
      "T-1,requirement,XP-BR-WE-001,1.0,BRS904,IR1.0,codifies,XBSC,XBSCP904," + version + ",1.1,full,design,,XBSC,2024-06-20,,Approved\n";
  const auto review = run(files);
  REQUIRE(review.corpus.traces.size() == 1);
  CHECK(std::string(name_of(review.corpus.traces.front().outcome())) == outcome);
  CHECK(status(review, "XP-BR-WE-001") == expected);
  const std::string rule = outcome == "orphaned" ? "coverage.lost" : outcome == "moved" ? "coverage.dead-provision" : "";
  for (const Finding& finding : review.findings)
    if (finding.rule == "coverage.lost" || finding.rule == "coverage.dead-provision") {
      CHECK(finding.rule == rule);
      CHECK(finding.severity <= Severity::warning);
    }
  if (!rule.empty()) CHECK(help::said_by(review, rule).size() == 1);
}

TEST_CASE("an open comment makes covered text contested, a closed one does not", "[link]") {
  const auto [row, expected] = GENERATE(table<std::string, std::string>({
      {"CL-1,XBSCP904,0.2,1.1,,Too short,Will review,Open,,\n", "contested"},
      {"CL-1,,,,XP-BR-WE-001,Too short,Will review,Under review,,\n", "contested"},
      {"CL-1,XBSCP904,0.2,1.2,,Too short,Will review,Open,,\n", "covered"},
      {"CL-1,XBSCP904,0.2,1.1,,Too short,Noted,Noted,,2024-06-01\n", "covered"},
      {"CL-1,XBSCP904,0.2,General,,Too short,Will review,Open,,\n", "covered"},
  }));
  Files files = project();
  files["trace.csv"] += link("T-1", "XP-BR-WE-001", "1.1");
  files["comments.csv"] += row;
  CHECK(status(run(files), "XP-BR-WE-001") == expected);
}

TEST_CASE("an open comment on an earlier draft follows its provision to the number that it bears now", "[link]") {
  const auto [row, expected] = GENERATE(table<std::string, std::string>({
      {"CL-1,XBSCP904,0.1,1.1,,Too short,Will review,Open,,\n", "contested"},
      {"CL-1,XBSCP904,0.1,paragraph 1.1,,Too short,Will review,Open,,\n", "contested"},
      {"CL-1,XBSCP904,0.1,1.2,,Too short,Will review,Open,,\n", "covered"},
      {"CL-1,XBSCP904,0.1,1.3,,Too short,Will review,Open,,\n", "covered"},  // what it spoke of is gone
      {"CL-1,XBSCP904,0.2,1.2,,Too short,Will review,Open,,\n", "contested"},
      {"CL-1,XBSCP904,0.2,1.1,,Too short,Will review,Open,,\n", "covered"},
      {"CL-1,XBSCP904,,1.2,,Too short,Will review,Open,,\n", "contested"},
  }));
  Files files = project();
  const std::string head = "XBSC PROCEDURE\nWeather Data\nXBSCP904\n1 Records\n", kept = " The Observer shall keep its readings.\n",
                    corrected = " The Bureau shall keep its corrections.\n";
  files["earlier.txt"] = head + "1.1" + kept + "1.2" + corrected + "1.3 The Bureau shall publish a yearly table of storms.\n";
  files["xbscp904.txt"] = head + "1.1 Each station shall have a name that the Bureau gives to it.\n1.2" + kept + "1.3" + corrected;
  auto& yaml = files["dovetail.yaml"];
  const std::string entry = "profile: bscp, lead: true";
  yaml.replace(yaml.find(entry), entry.size(), entry + ", version: \"0.2\", history: [{version: \"0.1\", path: earlier.txt, status: consulted}]");
  files["trace.csv"] += link("T-1", "XP-BR-WE-001", "1.2");
  files["comments.csv"] += row;
  CHECK(status(run(files), "XP-BR-WE-001") == expected);
}

TEST_CASE("each outcome of a link", "[link]") {
  const auto [row, expected] = GENERATE(table<std::string, std::string>({
      {link("T-1", "XP-BR-WE-001", "1.1"), "covers"},
      {link("T-1", "XP-BR-WE-001", "1.1", "full", "0.9"), "outdated"},
      {link("T-1", "XP-BR-WE-001", "1.1", "full", "1.1"), "predated"},
      {link("T-1", "XP-BR-WE-001", "1.9"), "orphaned"},
      {link("T-1", "XP-BR-WE-009", "1.1"), "unwanted"},
      {"T-1,requirement,XP-BR-WE-001,1.0,BRS904,IR1.0,codifies,XBSC,XBSCP904,0.2,1.1,full,design,,XBSC,2024-06-20,00000000,Approved\n", "suspect"},
      // The hash of the words of 1.2, under the number that they had before.
      {"T-1,requirement,XP-BR-WE-001,1.0,BRS904,IR1.0,codifies,XBSC,XBSCP904,0.2,1.1,full,design,,XBSC,2024-06-20,b14be3ec,Approved\n", "moved"},
  }));
  Files files = project();
  files["trace.csv"] += row;
  const auto review = run(files);
  REQUIRE(review.corpus.traces.size() == 1);
  CHECK(std::string(name_of(review.corpus.traces.front().outcome())) == expected);
}

TEST_CASE("a related atom of another kind counts where the project says so", "[link]") {
  const bool or_requirement = GENERATE(true, false);
  Files files = project();
  files["steps.csv"] += "BP904,1.0,BP904.010,OBS,Send it,IF-941,BUR,XP-BR-WE-001,IR1.0\n";
  files["trace.csv"] += link("T-1", "XP-BR-WE-001", "1.1");
  if (or_requirement) files["dovetail.yaml"] += "expect:\n  bp_step: {min: 100%, or: [requirement]}\n";
  CHECK(status(run(files), "BP904.010") == (or_requirement ? "covered" : "weak"));
}

TEST_CASE("thresholds count what is carried of what can be judged", "[link]") {
  Files files = project();
  files["requirements.csv"] +=
      requirement("XP-BR-WE-002") + requirement("XP-BR-WE-003") + requirement("XP-BR-WE-004", "Later", ",,XBSC,Approved,IR1.1");
  files["trace.csv"] += link("T-1", "XP-BR-WE-001", "1.1") +
                        "T-2,requirement,XP-BR-WE-002,1.0,BRS904,IR1.0,not_codified,XBSC,,,,none,system,Elsewhere,XBSC,2024-06-20,,Waived\n";
  files["dovetail.yaml"] += "expect:\n  requirement: {min: 60%, codes: [XBSC]}\n";
  const auto review = run(files);
  REQUIRE(review.corpus.thresholds.size() == 1);
  const CoverageThreshold& t = review.corpus.thresholds.front();
  CHECK(t.carried == 1);
  CHECK(t.judged == 2);
  CHECK(t.waived == 1);
  CHECK(t.pending == 1);
  CHECK_FALSE(t.reached());
  CHECK(help::said_by(review, "coverage.threshold").size() == 1);
}

TEST_CASE("a minimum of one obligation counts the atoms that bear it", "[link]") {
  Files files = project();
  const auto with = [](const std::string& id, const std::string& obligation) {
    return id + ",,BRS904,1.0,Records are kept,OBS," + obligation + ",,,XBSC,Approved,IR1.0\n";
  };
  files["requirements.csv"] += with("XP-BR-WE-002", "Shall") + with("XP-BR-WE-003", "should") + with("XP-BR-WE-004", "Should have") +
                               with("XP-BR-WE-005", "could") + with("XP-BR-WE-006", "") + with("XP-BR-WE-007", "must not");
  for (const char* carried : {"001", "002", "003", "006"})
    files["trace.csv"] += link("T-" + std::string(carried), "XP-BR-WE-" + std::string(carried), "1.1");
  files["dovetail.yaml"] += "expect:\n  requirement: {min: 50%, by_obligation: {must: 100%, should: 50%, may: 100%}, codes: [XBSC]}\n";
  const auto review = run(files);
  const auto figures = [&](std::size_t n) {
    const CoverageThreshold& t = review.corpus.thresholds.at(n);
    return t.obligation + " " + std::to_string(t.carried) + " of " + std::to_string(t.judged) + (t.reached() ? "" : ", not reached");
  };
  REQUIRE(review.corpus.thresholds.size() == 4);
  CHECK(figures(0) == " 4 of 7");
  CHECK(figures(1) == "must 3 of 4, not reached");  // what names no obligation, and what must not be done, are owed too
  CHECK(figures(2) == "should 1 of 2");
  CHECK(figures(3) == "may 0 of 1, not reached");
  std::vector<std::string> told;
  for (const Finding& finding : review.findings)
    if (finding.rule == "coverage.threshold") told.push_back(finding.message.substr(0, finding.message.find(" are covered")));
  std::sort(told.begin(), told.end());
  CHECK(told == std::vector<std::string>{"requirement (may) for XBSC: 0 of 1", "requirement (must) for XBSC: 3 of 4"});
}

TEST_CASE("adding a link never lowers coverage, and deleting an atom orphans exactly its links", "[link]") {
  Files files = project();
  for (int n = 2; n <= 6; ++n) files["requirements.csv"] += requirement("XP-BR-WE-00" + std::to_string(n));
  const std::vector<std::string> links{link("T-1", "XP-BR-WE-001", "1.1"),
                                       link("T-2", "XP-BR-WE-002", "1.2", "partial"),
                                       link("T-3", "XP-BR-WE-002", "9.9"),
                                       link("T-4", "XP-BR-WE-003", "1.1", "full", "0.1"),
                                       link("T-5", "XP-BR-WE-003", "1.2"),
                                       link("T-6", "XP-BR-WE-001", "1.2", "partial"),
                                       link("T-7", "XP-BR-WE-004", "1.1; 9.9"),
                                       link("T-8", "XP-BR-WE-005", "1.1", "full", "2.0"),
                                       link("T-9", "XP-BR-WE-001", "1.1", "full", "0.5")};
  files["comments.csv"] += "CL-1,XBSCP904,0.2,1.2,,Too short,Will review,Open,,\n";
  std::map<std::string, int> before;
  for (const auto& row : links) {
    files["trace.csv"] += row;
    const auto review = run(files);
    for (const AtomCoverage& one : review.corpus.coverage) {
      const std::string id = review.units[one.item.unit].items[one.item.id].id;
      INFO(id << " after " << row);
      if (one.status == CoverageStatus::not_owed) continue;
      CHECK(rank(one.status) >= before[id]);
      before[id] = rank(one.status);
    }
  }
  const auto whole = run(files);
  const std::string rows = files["requirements.csv"], gone = requirement("XP-BR-WE-002");
  files["requirements.csv"].replace(rows.find(gone), gone.size(), "");
  const auto without = run(files);
  REQUIRE(whole.corpus.traces.size() == without.corpus.traces.size());
  for (std::size_t n = 0; n < whole.corpus.traces.size(); ++n) {
    const TraceLink &then = whole.corpus.traces[n], &now = without.corpus.traces[n];
    INFO(then.atom << " " << then.label);
    CHECK((then.outcome() != now.outcome()) == (then.atom == "XP-BR-WE-002" && then.outcome() != TraceOutcome::orphaned));
    CHECK((now.design == TraceOutcome::unwanted) == (then.atom == "XP-BR-WE-002"));
  }
}

TEST_CASE("an edit that only renumbers makes no link suspect", "[link]") {
  Files files = project();
  // SHA-256 of "The Bureau shall keep its corrections."
  files["trace.csv"] +=
      "T-1,requirement,XP-BR-WE-001,1.0,BRS904,IR1.0,codifies,XBSC,XBSCP904,0.2,1.2,full,design,,XBSC,2024-06-20,b14be3ec,Approved\n";
  files["xbscp904.txt"] =
      "XBSC PROCEDURE\nWeather Data\nXBSCP904\n1 Records\n1.1 The Observer shall keep its readings.\n{++1.2 A record is a "
      "reading.++}\n{--1.2--}{++1.3++} "
      "The Bureau shall keep its corrections.\n";
  const auto review = run(files);
  REQUIRE(review.corpus.traces.size() == 1);
  CHECK(review.corpus.traces.front().outcome() == TraceOutcome::moved);
  CHECK(review.corpus.traces.front().now == "1.3");
  CHECK(status(review, "XP-BR-WE-001") == "covered");
}

TEST_CASE("what the draft takes out is lost, what stood nowhere is not", "[link]") {
  Files files = project();
  files["requirements.csv"] += requirement("XP-BR-WE-002");
  files["xbscp904.txt"] += "{--1.3 Old text kept XP-BR-WE-001.--}\n";
  const auto review = run(files);
  CHECK(std::string(name_of(entry(review, "XP-BR-WE-001").before)) == "covered");
  CHECK(help::said_by(review, "coverage.lost").size() == 1);
  CHECK(help::said_by(review, "coverage.uncovered") == std::vector<std::string>{"XP-BR-WE-002: XP-BR-WE-002"});
}
