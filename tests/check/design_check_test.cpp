// The design side's rules: gaps, dangling and unknown ids, moved baselines, tables that cannot be used.
#include <catch2/catch.hpp>

#include "check/coverage.h"
#include "check/data.h"
#include "check/design.h"
#include "check/register.h"
#include "check/version.h"
#include "help/design_review.h"

using namespace dovetail;
using help::mapping;

namespace {

Rule rule(std::string id, std::string message, Severity severity = Severity::error) {
  Rule made;
  made.id = std::move(id);
  made.message = std::move(message);
  made.severity = severity;
  return made;
}

Checked run(Check check, Review& review, const Rule& rule) {
  help::link_design(review);
  Checked checked;
  check(review, rule, checked);
  return checked;
}

const Rule uncovered = rule("coverage.uncovered", "{atom}: no {code} text was found for it");
const Rule dangling = rule("design.dangling", "{label}: {target} is named here");
const Rule unknown = rule("data.unknown-id", "{label}: no specification has {atom}");
const Rule malformed = rule("register.malformed", "{label}: {what}");
const Rule moved = rule("version.baseline-moved", "{document} was drafted on version {baseline}, and version {live} is in force", Severity::warning);

}  // namespace

TEST_CASE("a requirement and its step are one gap", "[check]") {
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep records"});
  help::add_csv(review, "design/BP901.csv", "step_id,lane_role,step_text,interface_ids,next_step\nBP901.060,DSVC,Load,,\n", &mapping("bp-steps"));
  const auto brs = help::add_csv(review, "design/BRS901.csv",
                                 "req_id,text,obligation,bp_steps,target_codes,brs_version\nXP-BR-DS-004,Be ready,must,BP901.060,XBSC,1.1\n"
                                 "XP-BR-DS-005,Be quick,should,,XBSC,1.1\n",
                                 &mapping("brs"));
  const Checked checked = run(check_uncovered_atom, review, uncovered);
  REQUIRE(checked.findings.size() == 2);
  const Finding& first = checked.findings[0];
  CHECK(first.atom == "XP-BR-DS-004");
  CHECK(first.label == "XP-BR-DS-004");
  CHECK(first.severity == Severity::error);
  CHECK(first.place.document == review.units[brs].document);
  CHECK(first.key == "XP-BR-DS-004 XBSC");
  REQUIRE(first.notes.size() == 1);
  CHECK(first.notes[0].label == "BP901.060");
  CHECK(checked.findings[1].severity == Severity::warning);
}

TEST_CASE("an internal step without text is a note", "[check]") {
  const auto [next_lane, severity] = GENERATE(table<std::string, Severity>({{"MSVC", Severity::note}, {"REGS", Severity::error}}));
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"3.1.4 Send BP901.040"});
  help::add_csv(review, "design/BP901.csv",
                "step_id,lane_role,step_text,interface_ids,next_step\nBP901.030,MSVC,Do it,,BP901.040\nBP901.040," + next_lane + ",Send,IF-903,\n",
                &mapping("bp-steps"));
  const Checked checked = run(check_uncovered_atom, review, uncovered);
  REQUIRE(checked.findings.size() == 1);
  CHECK(checked.findings[0].atom == "BP901.030");
  CHECK(checked.findings[0].severity == severity);
}

TEST_CASE("without design the rule is blocked, not passed", "[check]") {
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep records"});
  const Checked checked = run(check_uncovered_atom, review, uncovered);
  CHECK(checked.findings.empty());
  REQUIRE(checked.blocked.size() == 1);
  CHECK(checked.blocked[0].reason == "no design was read");
}

TEST_CASE("what the project waives is found, so that the waiver is used", "[check]") {
  Review review;
  auto& waiver = review.project.waivers.emplace_back();
  waiver.rule = "coverage.uncovered";
  waiver.atom = "XP-BR-DS-004";
  waiver.reason = "held elsewhere";
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep records"});
  help::add_csv(review, "design/BRS901.csv", "req_id,text,target_codes\nXP-BR-DS-004,Be ready,XBSC\n", &mapping("brs"));
  CHECK(run(check_uncovered_atom, review, uncovered).findings.size() == 1);
  CHECK(review.corpus.coverage.front().status == CoverageStatus::waived);
}

TEST_CASE("names of atoms that no artefact defines dangle, where the artefact is loaded", "[check]") {
  Review review;
  help::add_csv(review, "design/OPC901.csv",
                "oc_id,bp_step,interface_id,sla_text\nOC-901-03,BP901.010,IF-905,Within 1 WD\nOC-901-04,BP902.010,N/A,Within 1 WD\n",
                &mapping("choreography"));
  help::add_csv(review, "design/BP901.csv",
                "step_id,step_text,next_step,interface_ids\nBP901.010,Ask,BP901.025,IF-901\nBP901.020,Answer,End,DI90001\n", &mapping("bp-steps"));
  const auto without = run(check_dangling_atom, review, dangling);
  REQUIRE(without.findings.size() == 1);  // no catalogue of interfaces is loaded
  CHECK(without.findings[0].message == "BP901.010: BP901.025 is named here");
  help::add_csv(review, "design/DES901.csv", "interface_id,name\nIF-901,Request\n", &mapping("interfaces"));
  const auto with = run(check_dangling_atom, review, dangling);
  std::string keys;
  for (const Finding& finding : with.findings) keys += finding.key + "|";
  CHECK(keys == "OC-901-03 IF-905|BP901.010 BP901.025|BP901.020 DI90001|");
}

TEST_CASE("names of atoms dangle whatever scheme the ids are of, where they are spelt as those that are defined", "[check]") {
  Review review;
  help::add_csv(review, "design/steps.csv",
                "step_id,step_text,next_step,interface_ids\nP3.01,Ask,P3.02,MSG_01\nP3.02,Answer,P3.09,MSG_07\nP3.03,Close,End,by phone\n",
                &mapping("bp-steps"));
  help::add_csv(review, "design/messages.csv", "interface_id,name\nMSG_01,Request\n", &mapping("interfaces"));
  std::string keys;
  for (const Finding& finding : run(check_dangling_atom, review, dangling).findings) keys += finding.key + "|";
  CHECK(keys == "P3.02 MSG_07|P3.02 P3.09|");
}

TEST_CASE("ids in text that no catalogue has are unknown, of families that were read", "[check]") {
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Send DI90001, DI90031 and IF-999", "2.2 P901 and D0010 and CP1234", "2.3 DI90031 again"});
  help::add_csv(review, "design/items.csv", "data_item_id,name,definition\nDI90001,Meter,Identifier\n", &mapping("data-items"));
  const Checked checked = run(check_unknown_id, review, unknown);
  REQUIRE(checked.findings.size() == 1);
  CHECK(checked.findings[0].message == "2.1: no specification has DI90031");
  CHECK(checked.findings[0].text == "DI90031");
  REQUIRE(checked.findings[0].notes.size() == 1);
  CHECK(checked.findings[0].notes[0].label == "2.3");
}

TEST_CASE("a table that cannot be used is an error and blocks what rests on it", "[check]") {
  Review review;
  help::add_csv(review, "registers/trace.csv", "atom_id,colour\nIF-901,red\n", &mapping("trace"), InputRole::register_file);
  help::add_csv(review, "registers/versions.csv", "code_doc,live_version,draft_baseline_version,live_effective_from\nXBSCP901,2,1,2024-02-30\n",
                &mapping("versions"), InputRole::register_file);
  const Checked checked = run(check_malformed_register, review, malformed);
  REQUIRE(checked.findings.size() == 2);
  CHECK(checked.findings[0].severity == Severity::error);
  CHECK(checked.findings[1].severity == Severity::warning);
  CHECK(checked.findings[1].message == "XBSCP901: live_effective_from is no date: \"2024-02-30\"");
  CHECK(checked.findings[1].label == "XBSCP901");
  REQUIRE(checked.blocked.size() == 1);
  CHECK(checked.blocked[0].rule == "coverage.uncovered");
}

TEST_CASE("hidden and struck rows that link are said", "[check]") {
  Review review;
  const auto trace = help::add_csv(review, "registers/trace.csv",
                                   "link_id,atom_id,link_type,code_doc,provision\nT1,IF-901,codifies,XBSCP901,3.1\nT2,IF-902,codifies,XBSCP901,3."
                                   "2\nT3,IF-903,codifies,XBSCP901,3.3\n",
                                   &mapping("trace"), InputRole::register_file);
  review.units[trace].records[Id<Record>(0)].hidden = true;
  review.units[trace].records[Id<Record>(1)].struck = true;
  const Checked checked = run(check_malformed_register, review, malformed);
  REQUIRE(checked.findings.size() == 2);
  CHECK(checked.findings[0].message == "T1: a hidden row carries a link from IF-901 to XBSCP901 3.1");
  CHECK(checked.findings[1].message == "T2: a row that is struck through carries a link from IF-902 to XBSCP901 3.2");
  CHECK(checked.findings[0].severity == Severity::warning);
}

TEST_CASE("a live version later than the draft's baseline has moved", "[check]") {
  Review review;
  const auto draft = help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep records"});
  help::add_csv(review, "registers/versions.csv",
                "code,code_doc,live_version,draft_baseline_version\nXBSC,XBSCP901,12.0,11.0\nXREC,Schedule 91,3.2,3.2\nXREC,Schedule 92,TBC,1.0\n",
                &mapping("versions"), InputRole::register_file);
  const Checked checked = run(check_baseline_moved, review, moved);
  REQUIRE(checked.findings.size() == 1);
  CHECK(checked.findings[0].message == "XBSCP901 was drafted on version 11.0, and version 12.0 is in force");
  CHECK(checked.findings[0].place.document == review.units[draft].document);
  CHECK(checked.findings[0].severity == Severity::warning);
}

TEST_CASE("without a version matrix the names of the files tell", "[check]") {
  const auto [baseline, live, count] = GENERATE(table<std::string, std::string, std::size_t>({
      {"baseline/XBSCP901_v11.docx", "live/XBSCP901_v12.docx", 1},
      {"baseline/XBSCP901_v12.docx", "live/XBSCP901_v12.0.docx", 0},
      {"baseline/old.docx", "live/XBSCP901_v12.docx", 0},
  }));
  Review review;
  help::add_draft(review, "XBSCP901", "XBSC", {"2.1 Keep records"});
  DocumentEntry entry;
  entry.baseline = baseline;
  entry.live = live;
  review.inputs[0].entry = &entry;
  CHECK(run(check_baseline_moved, review, moved).findings.size() == count);
}
