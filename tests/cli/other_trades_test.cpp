// Projects of other trades, with ids, roles and wordings of their own: right ones give no error and no warning, and a defect planted in one is found.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "help/program.h"
#include "help/source.h"

namespace {

namespace fs = std::filesystem;

const std::string trades = help::source_folder() + "/fixtures/trades";

/// "rule label" of each error and warning, in the order of the report. That a web page was read is said of every one.
std::vector<std::string> said(const std::string& folder) {
  const auto ran = help::run_dovetail({"check", "--format", "json", "--fail-on", "never"}, folder);
  std::vector<std::string> all;
  const auto report = nlohmann::json::parse(ran.out);
  for (const auto& finding : report["findings"])
    if (finding["severity"] != "note" && finding["rule"] != "input.lossy-source")
      all.push_back(finding["rule"].get<std::string>() + " " + finding["label"].get<std::string>());
  return all;
}

void replace(const std::string& file, const std::string& words, const std::string& others) {
  auto text = help::bytes_of(file);
  const auto at = text.find(words);
  REQUIRE(at != std::string::npos);
  text.replace(at, words.size(), others);
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("right projects of other trades give no error and no warning", "[cli][trades]") {
  for (const auto& folder : fs::directory_iterator(trades)) {
    if (!folder.is_directory()) continue;
    CAPTURE(folder.path().filename().string());
    CHECK(said(folder.path().string()).empty());
  }
}

TEST_CASE("a defect in a project of another trade is found", "[cli][trades]") {
  const auto [trade, file, words, others, expected] = GENERATE(table<std::string, std::string, std::string, std::string, std::string>({
      {"heat", "drafts/hnp12.txt", "Within twenty (20) WD", "Within thirty (30) WD", "timetable.sla-differs 3.1.3"},
      {"heat", "drafts/hnp12.txt", "| Metering Contractor | Heat Supplier |", "| Heat Supplier | Metering Contractor |",
       "timetable.role-differs 3.1.4"},
      {"heat", "drafts/hnp12.txt", "may decline a request", "shall decline a request", "coverage.obligation-differs 2.4"},
      {"water", "drafts/part7.md", "(REQ-10)", "", "coverage.uncovered REQ-10"},
      {"water", "drafts/part7.md", "Within 2 BD of", "Within 4 BD of", "timetable.sla-differs 3.1.2"},
      {"water", "drafts/part7.md", "WF013 Application", "WF019 Application", "timetable.flow-mismatch 3.1.2"},
      {"ev", "registers/trace.csv", "4,bp_step,EV.04.040", "4,bp_step,EV.04.045", "coverage.dead-atom 4"},
      {"ev", "drafts/schedule9.html", "(EVD0001)", "(EVD0009)", "data.unknown-id 3.2"},
      {"flex", "drafts/annex4.txt", "Within 5 CD", "Within 7 CD", "timetable.sla-differs 5.1.4"},
      {"flex", "drafts/annex4.txt", "need not pay", "shall pay", "coverage.obligation-differs 3.3"},
      {"smart", "drafts/sectionh.txt", "The Consumer may withdraw", "The Consumer must withdraw", "coverage.obligation-differs H2.3"},
      {"smart", "drafts/sectionh.txt", "The Access Gateway shall refuse", "The Data User shall refuse", "coverage.actor-differs H3.2"},
  }));
  CAPTURE(trade, words);
  const help::TemporaryFolder folder;
  const std::string copy = folder.path() + "/" + trade;
  fs::copy(trades + "/" + trade, copy, fs::copy_options::recursive);
  replace(copy + "/" + file, words, others);
  CHECK_THAT(said(copy), Catch::VectorContains(expected));
}
