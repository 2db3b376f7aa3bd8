// dovetail compare: two texts, one text's two views, three texts, and what changed since a version was settled.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "help/program.h"

using Catch::Contains;
using help::run_dovetail;
using help::TemporaryFolder;
using Json = nlohmann::json;

namespace {

const std::string before =
    "XBSCP977 Meter Exchange\n1. INTRODUCTION\n1.1 The agent shall send each reading within five days.\n1.2 The agent shall keep a record of it for "
    "a "
    "year.\n1.3 The panel may ask for the record at any time.\n2. NOTICES\n2.1 A notice is given in writing to each of the parties.\n2.2 A notice by "
    "post is received on the second day after it was sent.\n";

std::string with(std::string text, const std::string& old, const std::string& now) { return text.replace(text.find(old), old.size(), now); }

// One provision changed, one new (which renumbers 1.3), one gone, one moved, a heading in small letters.
const std::string after =
    "XBSCP977 Meter Exchange\n1. Introduction\n1.1 The agent shall send each reading within eight days.\n1.2 The agent shall keep a record of it for "
    "a "
    "year.\n1.3 The agent shall say where it keeps the record.\n1.4 The panel may ask for the record at any time.\n2. NOTICES\n2.1 A notice by post "
    "is "
    "received on the second day after it was sent.\n";

std::vector<std::string> fates(const Json& json) {
  std::vector<std::string> lines;
  const auto text = [](const Json& value) { return value.is_null() ? std::string("-") : value.get<std::string>(); };
  for (const auto& provision : json["provisions"])
    lines.push_back(provision["fate"].get<std::string>() + " " + text(provision["before_label"]) + " " + text(provision["after_label"]));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("compare tells what became of each provision", "[cli][compare]") {
  const TemporaryFolder folder;
  folder.write("old.txt", before);
  folder.write("new.txt", after);
  const auto json = Json::parse(run_dovetail({"compare", "old.txt", "new.txt", "--format", "json"}, folder.path()).out);
  CHECK(fates(json) == Lines{"cosmetic 1 1", "changed 1.1 1.1", "added - 1.3", "renumbered 1.3 1.4", "deleted 2.1 -", "renumbered 2.2 2.1"});
  CHECK(json["summary"]["same"] == 2);
  CHECK(json["provisions"][1]["redline"] == "1.1 The agent shall send each reading within {--five--}{++eight++} days.");
  const auto text = run_dovetail({"compare", "old.txt", "new.txt"}, folder.path());
  CHECK(text.status == 0);
  CHECK_THAT(text.out, Contains("  changed          1.1  1.1 The agent shall send each reading within {--five--}{++eight++} days.\n"));
  CHECK_THAT(text.out, Contains("Compared 8 provisions: 2 only renumbered, 1 prints the same, 1 changed, 0 moved, 1 new, 1 deleted\n"));
  const auto same = run_dovetail({"compare", "old.txt", "old.txt", "--quiet"}, folder.path());
  CHECK(same.out == "old.txt \xE2\x86\x92 old.txt\n");
}

TEST_CASE("compare with one file shows its own two views", "[cli][compare]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", with(before, "five days", "{--five--}{++eight++} days"));
  CHECK(fates(Json::parse(run_dovetail({"compare", "draft.txt", "--format", "json"}, folder.path()).out)) == Lines{"changed 1.1 1.1"});
}

TEST_CASE("a note at the end of the text is no part of the last provision", "[cli][compare]") {
  const TemporaryFolder folder;
  folder.write("old.txt", "1. General\n1.1 The panel shall meet.[^a]\n1.2 The panel shall rest.\n\n[^a]: See the guide.\n");
  folder.write("new.txt", "1. General\n1.1 The panel shall meet.[^a]\n1.2 The panel shall rest well.\n\n[^a]: See the new guide.\n");
  const auto json = Json::parse(run_dovetail({"compare", "old.txt", "new.txt", "--format", "json"}, folder.path()).out);
  CHECK(fates(json) == Lines{"changed - -", "changed 1.2 1.2"});
  CHECK(json["provisions"][1]["redline"] == "1.2 The panel shall rest {++well++}.");
}

TEST_CASE("a moved provision is moved, and changed where it changed too", "[cli][compare]") {
  const TemporaryFolder folder;
  folder.write(
      "old.txt",
      "A The agent shall send each reading within five days.\n1. FIRST PART\n1.1 The panel may ask for the record at any time.\n1.2 Each party "
      "keeps its own record of the notices.\n2. SECOND PART\n2.1 A notice is given in writing to each of the parties.\n");
  folder.write("new.txt",
               "A The agent shall send each reading within five days.\n1. FIRST PART\n1.1 Each party keeps its own record of the notices.\n2. SECOND "
               "PART\n2.1 A notice is given in writing to each of the parties.\n2.2 The panel may ask for the record at any time.\n");
  const auto json = Json::parse(run_dovetail({"compare", "old.txt", "new.txt", "--format", "json"}, folder.path()).out);
  CHECK(fates(json) == Lines{"renumbered 1.2 1.1", "moved 1.1 2.2"});
}

TEST_CASE("three texts: what the draft must take over, where both changed, and where they agree", "[cli][compare]") {
  const TemporaryFolder folder;
  folder.write("baseline.txt", before);
  folder.write("live.txt", with(with(with(before, "five days", "six days"), "a year", "two years"), "in writing to", "by post to"));
  folder.write("draft.txt", with(with(with(before, "five days", "{--five--}{++eight++} days"), "in writing to", "{--in writing--}{++by post++} to"),
                                 "any time", "any{++ reasonable++} time"));
  const auto ran = run_dovetail({"compare", "baseline.txt", "draft.txt", "--live", "live.txt", "--format", "json", "--report", "csv=carry.csv",
                                 "--report", "html=carry.html", "--report", "xlsx=carry.xlsx"},
                                folder.path());
  REQUIRE(ran.status == 0);
  Lines rows;
  const auto json = Json::parse(ran.out);
  for (const auto& row : json["three_way"])
    rows.push_back(row["state"].get<std::string>() + " " + row["draft_label"].get<std::string>() + " " + row["to_do"].get<std::string>());
  CHECK(rows == Lines{"conflict 1.1 settle", "live-only 1.2 carry over", "draft-only 1.3 nothing", "alike 2.1 nothing"});
  CHECK_THAT(help::bytes_of(folder.path() + "/carry.csv"), Contains("\"1.2\",\"\",\"live-only\",\"carry over\""));
  CHECK_THAT(help::bytes_of(folder.path() + "/carry.html"),
             Contains("<ins>eight </ins>") && Contains("Side by side") && Contains("What the live text changed"));
  CHECK(help::bytes_of(folder.path() + "/carry.xlsx").starts_with("PK"));
}

TEST_CASE("what was rewritten keeps its number; what was split or joined is told with its other half", "[cli][compare]") {
  const TemporaryFolder folder;
  folder.write("old.txt", before);
  folder.write("rewritten.txt", with(with(before, "The panel may ask for the record at any time.", "Nothing here limits what a court orders."),
                                     "2. NOTICES", "1.4 A lost card is replaced free of charge.\n2. NOTICES"));
  const auto rewritten = Json::parse(run_dovetail({"compare", "old.txt", "rewritten.txt", "--format", "json"}, folder.path()).out);
  CHECK(fates(rewritten) == Lines{"changed 1.3 1.3", "added - 1.4"});
  folder.write("joined.txt", with(before, "for a year.\n1.3 The", "for a year. The"));
  const auto told = [](const Json& json) {
    Lines lines;
    for (const auto& provision : json["provisions"]) lines.push_back(provision["told"].get<std::string>());
    return lines;
  };
  CHECK(told(Json::parse(run_dovetail({"compare", "old.txt", "joined.txt", "--format", "json"}, folder.path()).out)) ==
        Lines{"changed, joined with 1.3", "deleted, joined to 1.2"});
  CHECK(told(Json::parse(run_dovetail({"compare", "joined.txt", "old.txt", "--format", "json"}, folder.path()).out)) ==
        Lines{"changed, split into 1.2 and 1.3", "new, split off 1.2"});
}

TEST_CASE("what is new in the live text stands behind what is before it there, and is known where the draft has it by another number",
          "[cli][compare]") {
  const TemporaryFolder folder;
  folder.write("baseline.txt", before);
  folder.write("live.txt", with(with(with(before, "\n1.3 The", "\n1.2A A copy goes to the panel.\n1.3 The"), "2. NOTICES",
                                     "1.4 A lost card is replaced free of charge.\n2. NOTICES"),
                                "second day", "third day"));
  folder.write("draft.txt", with(before, "2. NOTICES", "{++1.3A A lost card is replaced free of charge.\n++}2. NOTICES"));
  const auto ran = run_dovetail({"compare", "baseline.txt", "draft.txt", "--live", "live.txt", "--format", "json"}, folder.path());
  Lines rows;
  const auto text = [](const Json& value) { return value.is_null() ? std::string("-") : value.get<std::string>(); };
  const auto json = Json::parse(ran.out);
  for (const auto& row : json["three_way"])
    rows.push_back(row["state"].get<std::string>() + " " + text(row["live_label"]) + " " + text(row["draft_label"]));
  CHECK(rows == Lines{"live-only 1.2A -", "alike 1.4 1.3A", "live-only 2.2 2.2"});
}

TEST_CASE("the horizon log names what the live text changed, by number, range and chapter", "[cli][compare]") {
  const TemporaryFolder folder;
  const auto live = with(with(with(before, "five days", "six days"), "in writing to", "by post to"), "second day", "third day");
  folder.write("baseline.txt", before);
  folder.write("live.txt", live);
  folder.write("draft.txt", with(before, "any time", "any{++ reasonable++} time"));
  folder.write("horizon.csv",
               "item_id,code,change_ref,title,change_status,docs_affected,provisions_affected\n"
               "H-1,XBSC,P901,One,Implemented,XBSC Procedure 977,paragraph 1.1\nH-2,XBSC,P902,Two,Implemented,XBSCP977,2.1 to 2.2\n"
               "H-3,XBSC,CP903,Three,Implemented,XBSCP977,2\nH-4,XREC,R904,Four,Implemented,XBSCP977,1.1\n");
  folder.write("dovetail.yaml",
               "project: p\ncodes: [XBSC, XREC]\ndocuments:\n  - {path: draft.txt, id: XBSCP977, aliases: [XBSC Procedure 977], code: XBSC, profile: "
               "bscp, baseline: baseline.txt, live: live.txt}\nregisters:\n  horizon: horizon.csv\n");
  const auto json = Json::parse(run_dovetail({"compare", "baseline.txt", "draft.txt", "--live", "live.txt", "--format", "json"}, folder.path()).out);
  Lines rows;
  for (const auto& row : json["three_way"])
    if (row["state"] == "live-only") rows.push_back(row["baseline_label"].get<std::string>() + " " + row["live_change"].get<std::string>());
  CHECK(rows == Lines{"1.1 H-1 (P901)", "2.1 H-2 (P902), H-3 (CP903)", "2.2 H-2 (P902), H-3 (CP903)"});
}

TEST_CASE("the pack for lawyers lists what changed since they saw it, and what uses a definition that changed", "[cli][compare]") {
  const TemporaryFolder folder;
  const std::string text =
      "XBSCP977 Meter Exchange\n1. INTRODUCTION\n1.1 In this Procedure:\n\"Due Day\" means the {day}.\n{card}1.2 The agent shall send it on the Due "
      "Day.\n1.3 The agent shall keep it for {years}.\n1.4 The panel may ask for it.\n1.5 Each Old Card is sent back.\n";
  folder.write("v1.txt",
               with(with(with(text, "{day}", "fifth day of a month"), "{card}", "\"Old Card\" means a card of paper.\n"), "{years}", "one year"));
  folder.write("v2.txt", with(with(with(text, "{day}", "eighth day of a month"), "{card}", ""), "{years}", "two years"));
  folder.write(
      "dovetail.yaml",
      "project: p\ndocuments:\n  - {path: v2.txt, id: XBSCP977, profile: bscp, history: [{version: \"1\", path: v1.txt, status: legal-reviewed}]}\n");
  const auto ran = run_dovetail({"compare", "v2.txt", "--since", "legal-reviewed", "--format", "json"}, folder.path());
  REQUIRE(ran.status == 0);
  const auto json = Json::parse(ran.out);
  Lines shown;
  for (const auto& provision : json["provisions"])
    shown.push_back(provision["fate"].get<std::string>() + " " +
                    (provision["after_label"].is_null() ? "-" : provision["after_label"].get<std::string>()) +
                    (provision.contains("definitions_changed") ? " uses " + provision["definitions_changed"][0].get<std::string>() : ""));
  CHECK(std::find(shown.begin(), shown.end(), "same 1.2 uses Due Day") != shown.end());
  CHECK(std::find(shown.begin(), shown.end(), "changed 1.3") != shown.end());
  CHECK(std::find(shown.begin(), shown.end(), "same 1.5 uses Old Card") != shown.end());
  CHECK(std::none_of(shown.begin(), shown.end(), [](const std::string& line) { return line.find("1.4") != std::string::npos; }));
  const auto none = run_dovetail({"compare", "v2.txt", "--since", "approved"}, folder.path());
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("has no version that is approved"));
}

TEST_CASE("what cannot be compared is said in one line", "[cli][compare]") {
  const TemporaryFolder folder;
  folder.write("a.txt", before);
  folder.write("a.csv", "id,name\n1,x\n");
  CHECK(run_dovetail({"compare"}, folder.path()).status == 2);
  CHECK(run_dovetail({"compare", "a.txt", "gone.txt"}, folder.path()).status == 2);
  CHECK_THAT(run_dovetail({"compare", "a.csv", "a.txt"}, folder.path()).err, Contains("no code text"));
  CHECK(run_dovetail({"compare", "a.txt", "a.txt", "--report", "json=a.txt"}, folder.path()).status == 2);
  CHECK_THAT(run_dovetail({"compare", "a.txt", "--marking", "mhs"}, folder.path()).err, Contains("mhhs"));
}
