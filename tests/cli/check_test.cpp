// Whole runs of check: exit status, filters, projects, waivers, and the same bytes whatever the number of threads.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "help/program.h"

using Catch::Contains;
using help::run_dovetail;
using help::TemporaryFolder;
using Json = nlohmann::json;

namespace {

// 1.1 cites a paragraph that is not there: one error. 1.2 has a doubled word: one note.
const std::string draft = R"(XBSCP977 Meter Exchange

# 1 Introduction

1.1 The Supplier shall follow paragraph 9.4.

1.2 The Supplier shall send the the reading.
)";

const std::string clean = R"(XBSCP977 Meter Exchange

# 1 Introduction

1.1 The Supplier shall follow paragraph 1.2.

1.2 The Supplier shall send the reading.
)";

Json json_of(const help::Ran& ran) { return Json::parse(ran.out); }

std::vector<std::string> rules_of(const Json& json) {
  std::vector<std::string> rules;
  for (const auto& finding : json["findings"]) rules.push_back(finding["rule"]);
  return rules;
}

}  // namespace

TEST_CASE("check exits with what --fail-on says", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", draft);
  folder.write("clean.txt", clean);
  CHECK(run_dovetail({"check", "clean.txt"}, folder.path()).status == 0);
  CHECK(run_dovetail({"check", "draft.txt"}, folder.path()).status == 1);
  CHECK(run_dovetail({"check", "draft.txt", "--fail-on", "never"}, folder.path()).status == 0);
  CHECK(run_dovetail({"check", "draft.txt", "--skip", "reference"}, folder.path()).status == 0);
  CHECK(run_dovetail({"check", "draft.txt", "--skip", "reference", "--fail-on", "note"}, folder.path()).status == 1);
  CHECK(run_dovetail({"check", "draft.txt", "--severity", "reference.missing=note"}, folder.path()).status == 0);
  CHECK(run_dovetail({"check", "draft.txt", "--severity", "reference=off"}, folder.path()).status == 0);
}

TEST_CASE("A finding is shown with its label first, its words marked and its rule last", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", draft);
  const auto ran = run_dovetail({"check", "draft.txt", "--only", "reference"}, folder.path());
  CHECK_THAT(ran.out, Contains("Correct 1.1: ") && Contains("9.4") && Contains("[reference.missing]\n"));
  CHECK_THAT(ran.out, Contains("^^^^^^^^^^^^^"));
  CHECK_THAT(ran.out, Contains("Checked 1 document, 3 provisions, 1 reference,") && Contains("filtered by --only reference"));
  CHECK_THAT(ran.out, !Contains("\x1b"));
  CHECK_THAT(run_dovetail({"check", "draft.txt", "--color", "always"}, folder.path()).out, Contains("\x1b[1;31mCorrect\x1b[0m"));
  CHECK_THAT(run_dovetail({"check", "draft.txt", "--quiet"}, folder.path()).out, !Contains("Checked"));
}

TEST_CASE("The option --only takes several rules, by commas or as words", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", draft);
  const std::vector<std::string> both{"reference.missing", "wording.doubled-word"};
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"check", "--only", "reference.missing,wording", "--format=json", "draft.txt"},
                                             {"check", "--only", "reference.missing", "wording", "draft.txt", "--format", "json"},
                                             {"check", "draft.txt", "--only", "wording", "--only", "reference", "--format", "json"}})
    CHECK(rules_of(json_of(run_dovetail(words, folder.path()))) == both);
  const auto unknown = run_dovetail({"check", "draft.txt", "--only", "refrence"}, folder.path());
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.err, Contains("did you mean reference?"));
}

TEST_CASE("Standard input is a document", "[cli]") {
  const TemporaryFolder folder;
  const auto ran = run_dovetail({"check", "-", "--format-in", "marked-text", "--format", "json"}, folder.path(), draft);
  CHECK(ran.status == 1);
  CHECK(json_of(ran)["documents"][0]["path"] == "-");
  CHECK(json_of(ran)["documents"][0]["provisions"] == 3);
}

TEST_CASE("What the baseline has too is a note, and new-only leaves it out", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", "1 Scope\n\n1.1 The Supplier shall follow paragraph 9.4.\n\n1.2 {++The Supplier shall follow paragraph 9.5.++}\n");
  const auto json = json_of(run_dovetail({"check", "draft.txt", "--only", "reference", "--format", "json"}, folder.path()));
  REQUIRE(json["findings"].size() == 2);
  CHECK(json["findings"][0]["introduced"] == false);
  CHECK(json["findings"][0]["severity"] == "note");
  CHECK(json["findings"][1]["introduced"] == true);
  CHECK(json["findings"][1]["severity"] == "error");
  for (const auto* filter : {"--new-only", "--changed-only"}) {
    const auto filtered = json_of(run_dovetail({"check", "draft.txt", "--only", "reference", "--format", "json", filter}, folder.path()));
    REQUIRE(filtered["findings"].size() == 1);
    CHECK(filtered["findings"][0]["label"] == "1.2");
    CHECK(filtered["checked"]["filters"].back() == filter);
  }
}

TEST_CASE("A finding in a paragraph that the draft marks has its severity again", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", "1 Scope\n\n1.1 The Supplier {++always++} follows paragraph 9.4.\n\n1.2 The Supplier reads.\n");
  const auto json = json_of(run_dovetail({"check", "draft.txt", "--only", "reference", "--format", "json"}, folder.path()));
  REQUIRE(json["findings"].size() == 1);
  CHECK(json["findings"][0]["introduced"] == false);
  CHECK(json["findings"][0]["severity"] == "error");
}

TEST_CASE("A project is found from its folder, from a file in it, and from the current folder", "[cli]") {
  const TemporaryFolder folder;
  folder.write(
      "xp/dovetail.yaml",
      "project: XP\ncodes:\n  - {id: XBSC, name: X Balancing Code}\ndocuments:\n  - {path: drafts/a.txt, id: XBSCP977, code: XBSC, profile: bscp}\n"
      "  - {path: drafts/b.txt, id: XBSCP978, code: XBSC, profile: bscp}\n");
  folder.write("xp/drafts/a.txt", draft);
  folder.write("xp/drafts/b.txt", "XBSCP978 Other\n\n1 Scope\n\n1.1 See paragraph 1.2 and paragraph 8.8.\n\n1.2 The Supplier reads.\n");
  for (const auto& [words, where] : std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"check", "xp"}, ""}, {{"check"}, "/xp"}, {{"check"}, "/xp/drafts"}, {{"check", "--config", "xp/dovetail.yaml"}, ""}}) {
    auto all = words;
    all.insert(all.end(), {"--format", "json", "--only", "reference.missing"});
    const auto json = json_of(run_dovetail(all, folder.path() + where));
    CAPTURE(words, where);
    REQUIRE(json["findings"].size() == 2);
    CHECK(json["findings"][0]["document"] == "drafts/a.txt");
    CHECK(json["documents"][0]["code"] == "XBSC");
  }
  const auto one = json_of(run_dovetail({"check", "xp/drafts/b.txt", "--format", "json", "--only", "reference.missing"}, folder.path()));
  REQUIRE(one["findings"].size() == 1);
  CHECK(one["findings"][0]["document"] == "drafts/b.txt");
}

TEST_CASE("Waivers cover findings, end, and are missed when they cover nothing", "[cli]") {
  const TemporaryFolder folder;
  const std::string head = "project: XP\nas_of: 2025-01-15\ndocuments:\n  - {path: a.txt, id: XBSCP977, profile: bscp}\nwaivers:\n";
  folder.write("a.txt", draft);
  const auto check = [&](const std::string& waiver, std::vector<std::string> more = {}) {
    folder.write("dovetail.yaml", head + "  - " + waiver + "\n");
    more.insert(more.begin(), {"check", "--format", "json", "--skip", "wording"});
    return run_dovetail(more, folder.path());
  };
  const std::string one = R"(rule: reference.missing, document: XBSCP977, label: "1.1", reason: "held back", owner: X drafter)";
  const auto covered = check("{" + one + ", until: 2025-06-30}");
  CHECK(covered.status == 0);
  CHECK(json_of(covered)["findings"].empty());
  const auto ended = check("{" + one + ", until: 2025-01-14}");
  CHECK(ended.status == 1);
  CHECK(rules_of(json_of(ended)) == std::vector<std::string>{"reference.missing", "input.expired-waiver"});
  CHECK(check("{" + one + ", until: 2025-06-30}", {"--as-of", "2025-07-01"}).status == 1);
  const auto unused = check(R"({rule: reference.missing, document: XBSCP977, label: "7.7", reason: "gone", owner: X drafter})");
  CHECK(rules_of(json_of(unused)) == std::vector<std::string>{"reference.missing", "input.unused-waiver"});
  CHECK_THAT(std::string(json_of(unused)["findings"][1]["message"]), Contains("line 6"));
}

TEST_CASE("Reports go to files, whole, and never over an input", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", draft);
  const auto ran = run_dovetail({"check", "draft.txt", "--report", "json=out.json", "--report", "html=out.html"}, folder.path());
  CHECK(ran.status == 1);
  CHECK(help::bytes_of(folder.path() + "/out.json") == run_dovetail({"check", "draft.txt", "--format", "json"}, folder.path()).out);
  CHECK_THAT(help::bytes_of(folder.path() + "/out.html"), Catch::StartsWith("<!DOCTYPE html>") && Contains("reference.missing"));
  const auto over = run_dovetail({"check", "draft.txt", "--report", "json=./draft.txt"}, folder.path());
  CHECK(over.status == 2);
  CHECK(help::bytes_of(folder.path() + "/draft.txt") == draft);
  CHECK(run_dovetail({"check", "draft.txt", "--report", "json=no/such/folder/x.json"}, folder.path()).status == 2);
}

TEST_CASE("A run with one thread and with four gives the same bytes", "[cli]") {
  const TemporaryFolder folder;
  for (int n = 0; n < 12; ++n) {
    const auto id = std::to_string(910 + n);
    folder.write("XBSCP" + id + ".txt",
                 "XBSCP" + id + " Part\n\n1 Scope\n\n1.1 See paragraph 9." + std::to_string(n) + " of XBSCP911 and the the \"Data\".\n");
  }
  for (const auto* format : {"json", "text", "html"}) {
    const auto one = run_dovetail({"check", ".", "--format", format, "--threads", "1"}, folder.path());
    const auto four = run_dovetail({"check", ".", "--format", format, "--threads", "4"}, folder.path());
    CHECK(one.status == four.status);
    CHECK(!one.out.empty());
    CHECK(one.out == four.out);
  }
}
