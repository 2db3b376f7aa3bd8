// Fingerprints outlive renumbering and edits elsewhere, and tell findings apart.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "help/program.h"

namespace {

std::vector<std::string> fingerprints(const std::string& text, const std::string& rule = "reference.missing") {
  const help::TemporaryFolder folder;
  folder.write("XBSCP977_v1.txt", text);
  const auto ran = help::run_dovetail({"check", "XBSCP977_v1.txt", "--only", rule, "--format", "json"}, folder.path());
  std::vector<std::string> all;
  const auto json = nlohmann::json::parse(ran.out);
  for (const auto& finding : json["findings"]) all.push_back(finding["fingerprint"]);
  return all;
}

const std::string head = "XBSCP977 Exchange\n\n1 Scope\n\n";

}  // namespace

TEST_CASE("A finding keeps its fingerprint when its paragraph moves", "[lint]") {
  const auto before = fingerprints(head + "1.1 The Supplier reads meters.\n\n1.2 The Supplier shall follow paragraph 9.4 at once.\n");
  REQUIRE(before.size() == 1);
  CHECK(
      fingerprints(head + "1.1 New words stand here.\n\n1.2 The Supplier reads meters.\n\n1.3 The Supplier shall follow paragraph 9.4 at once.\n") ==
      before);
  CHECK(fingerprints(head + "1.1 The Supplier reads every meter.\n\n1.2 The Supplier shall follow Paragraph 9.4 at once.\n").size() == 1);
}

TEST_CASE("Different targets, surroundings and repetitions have different fingerprints", "[lint]") {
  const auto all = fingerprints(head +
                                "1.1 The Supplier shall follow paragraph 9.4.\n\n1.2 The Supplier shall follow paragraph 9.5.\n\n"
                                "1.3 The Collector may ignore paragraph 9.4.\n\n1.4 The Supplier shall follow paragraph 9.4.\n");
  REQUIRE(all.size() == 4);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == 4);
}

TEST_CASE("A finding about a provision's own number outlives its renumbering", "[lint]") {
  const auto text = [](const std::string& two, const std::string& three) {
    return head + "1.1 The Supplier reads.\n\n" + two + " Scope of duties\n\n" + two + ".1 The Supplier shall send each reading.\n\n" + two +
           ".1 The Collector shall keep each reading.\n\n" + three + " Records\n\n" + three + ".1 Records are kept.\n";
  };
  const auto before = fingerprints(text("2", "3"), "structure.duplicate-number");
  REQUIRE(before.size() == 1);
  CHECK(fingerprints("XBSCP977 Exchange\n\n1 New\n\n1.1 This is new.\n\n2 Scope\n\n2.1 The Supplier reads.\n\n" +
                         text("3", "4").substr(text("3", "4").find("3 Scope")),
                     "structure.duplicate-number") == before);
}
