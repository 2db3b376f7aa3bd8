// Who refers to a provision, a range, a document: text and JSON, and counts that add up.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "help/program.h"

using Catch::Matchers::Contains;
using help::run_dovetail;
using help::TemporaryFolder;

namespace {

const std::string project =
    "project: p\ncodes: [{id: XBSC, name: X Code}]\ndocuments:\n  - {path: w.txt, id: Section W, code: XBSC, profile: bsc-section}\n"
    "  - {path: v.txt, id: Section V, code: XBSC, profile: bsc-section}\n";
const std::string w =
    "SECTION W: WEATHER\n1. GENERAL\n1.1 Duties\n1.1.1 The provider shall:\n(a) observe; and\n(b) write.\n1.1.2 Paragraphs 1.1.1 to 1.1.3 bind all.\n"
    "1.1.3 See paragraph 1.1.1(b){++ and paragraph 1.1.2++}.\n1.1.4 {--Subject to paragraph 1.1.2, this--}{++This++} is all.\n";
const std::string v =
    "SECTION V: VISITS\n1. GENERAL\n1.1 Duties\n1.1.1 Section W1.1.2 applies, and Section W.\n1.1.2 See Section W9.9 and paragraph 1.1.1.\n";

nlohmann::json asked(const TemporaryFolder& folder, const std::string& target) {
  const auto ran = run_dovetail({"refs", target, "--format", "json"}, folder.path());
  REQUIRE(ran.status == 0);
  return nlohmann::json::parse(ran.out);
}

/// "Section W 1.1.3 paragraph 1.1.1(b) itself proposed" for each.
std::vector<std::string> lines(const nlohmann::json& answer) {
  std::vector<std::string> out;
  for (const auto& hit : answer["references"]) {
    std::string views;
    for (const auto& view : hit["views"]) views += (views.empty() ? "" : "+") + view.get<std::string>();
    out.push_back(hit["document_id"].get<std::string>() + " " + hit["label"].get<std::string>() + ": " + hit["text"].get<std::string>() + " " +
                  hit["relation"].get<std::string>() + " " + views);
  }
  return out;
}

std::size_t sum_of_outcomes(const nlohmann::json& counts) {
  std::size_t sum = 0;
  for (const auto& [name, count] : counts.items())
    if (name != "found") sum += count.get<std::size_t>();
  return sum;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("refs finds who refers to a provision, in which view", "[cli]") {
  const TemporaryFolder folder;
  folder.write("dovetail.yaml", project);
  folder.write("w.txt", w);
  folder.write("v.txt", v);
  const auto answer = asked(folder, "Section W 1.1.2");
  CHECK(lines(answer) == Lines{"Section V 1.1.1: Section W1.1.2 itself baseline+proposed",  // by path
                               "Section W 1.1.2: Paragraphs 1.1.1 to 1.1.3 itself baseline+proposed",
                               "Section W 1.1.3: paragraph 1.1.2 itself proposed", "Section W 1.1.4: paragraph 1.1.2 itself baseline"});
  CHECK(answer["counts"]["found"] == 4);
  CHECK(sum_of_outcomes(answer["counts"]) == 4);
  CHECK(lines(asked(folder, "XBSC W1.1.2")) == lines(answer));
  CHECK(lines(asked(folder, "Section W paragraph 1.1.2")) == lines(answer));
  CHECK(lines(asked(folder, "Section W 1.1.1")) ==
        Lines{"Section W 1.1.2: Paragraphs 1.1.1 to 1.1.3 itself baseline+proposed", "Section W 1.1.3: paragraph 1.1.1(b) inside baseline+proposed"});
}

TEST_CASE("refs finds who refers to a range and to a whole document", "[cli]") {
  const TemporaryFolder folder;
  folder.write("dovetail.yaml", project);
  folder.write("w.txt", w);
  folder.write("v.txt", v);
  CHECK(lines(asked(folder, "Section W 1.1.2 to 1.1.4")).size() == 4);
  const auto whole = asked(folder, "Section W");
  CHECK(lines(whole) == Lines{"Section V 1.1.1: Section W1.1.2 inside baseline+proposed", "Section V 1.1.1: Section W itself baseline+proposed",
                              "Section V 1.1.2: Section W9.9 itself baseline+proposed"});
  CHECK(whole["counts"]["missing"] == 1);
  CHECK(sum_of_outcomes(whole["counts"]) == 3);
  const auto text = run_dovetail({"refs", "Section W 1.1.2"}, folder.path());
  CHECK_THAT(text.out, Contains("Section W 1.1.3: paragraph 1.1.2 (proposed text only)") && Contains("4 references"));
  CHECK_THAT(run_dovetail({"refs", "Section V 1.1.2"}, folder.path()).out, Contains("nothing that was read refers to it"));
}

TEST_CASE("refs finds a number of a division, a range over headings, and an item of a running sentence", "[cli]") {
  const TemporaryFolder folder;
  folder.write("dovetail.yaml",
               "project: p\ncodes: [{id: XDCUSA, name: X Agreement}]\ndocuments:\n  - {path: d.txt, id: XDCUSA, code: XDCUSA, profile: dcusa}\n");
  folder.write("d.txt",
               "SECTION 1A – GENERAL\n1. GENERAL\n1.1 The Party (a) pays, and (b) leaves.\n1.2 See paragraph 1.1 of Schedule 4.\n2. TERM\n2.1 See "
               "Clause 1.1(b).\n2.2 See "
               "Clause 1.1 and Clause 2.1.\nSCHEDULE 4\n1. TERMS\n1.1 The terms.\n");
  for (const auto* words : {"XDCUSA Schedule 4, 1.1", "Schedule 4 paragraph 1.1", "paragraph 1.1 of Schedule 4 of the XDCUSA"})
    CHECK(lines(asked(folder, words)) == Lines{"XDCUSA 1.2: paragraph 1.1 of Schedule 4 itself baseline+proposed"});
  CHECK(lines(asked(folder, "XDCUSA 1.1")) ==
        Lines{"XDCUSA 2.1: Clause 1.1(b) inside baseline+proposed", "XDCUSA 2.2: Clause 1.1 itself baseline+proposed"});
  CHECK(lines(asked(folder, "XDCUSA 1.1(b)")) == Lines{"XDCUSA 2.1: Clause 1.1(b) itself baseline+proposed"});
  CHECK(lines(asked(folder, "XDCUSA 1.2 to 2.2")) == Lines{"XDCUSA 2.2: Clause 2.1 itself baseline+proposed"});
}

TEST_CASE("refs says what it does not know", "[cli]") {
  const TemporaryFolder folder;
  folder.write("dovetail.yaml", project);
  folder.write("w.txt", w);
  folder.write("v.txt", v);
  const auto unknown = run_dovetail({"refs", "Section W 7.7"}, folder.path());
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.err, Contains("Section W 7.7") && Contains("Section V"));
  CHECK(run_dovetail({"refs"}, folder.path()).status == 2);
}

TEST_CASE("refs --term says what a term means and how often it is used, in the draft and before", "[cli]") {
  const TemporaryFolder folder;
  folder.write("dovetail.yaml", project);
  folder.write("w.txt",
               "SECTION W: WEATHER\n1. GENERAL\n1.1 Words\n1.1.1 \"Rain Gauge\" means a vessel that is open above.\n"
               "1.1.2 A Rain Gauge stands free.{++ Every Rain Gauge is read, and two Rain Gauges are kept.++}\n");
  folder.write("v.txt", "SECTION V: VISITS\n1. GENERAL\n1.1 Duties\n1.1.1 The visitor empties the Rain Gauge.\n");
  const auto told = run_dovetail({"refs", "--term", "Rain Gauge"}, folder.path());
  CHECK(told.status == 0);
  CHECK_THAT(told.out, Contains("Rain Gauge\n  defined in  Section W, 1.1.1\n") && Contains("  definition  a vessel that is open above.\n") &&
                           Contains("\n  used in     Section V (1×), Section W (3×)\n  in baseline Section V (1×), Section W (1×)\n"));
}
