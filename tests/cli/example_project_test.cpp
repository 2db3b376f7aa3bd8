// The example project reports exactly its planted defects, and the same bytes for any number of threads.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "help/program.h"
#include "help/source.h"

namespace {

const std::string source = help::source_folder();

struct Expected {
  std::string rule, severity, document, label, words;
};

std::vector<Expected> expected_findings() {
  std::vector<Expected> all;
  std::ifstream file(source + "/fixtures/xp/expected-now.txt");
  for (std::string line; std::getline(file, line);) {
    std::istringstream columns(line);
    Expected one;
    for (auto* field : {&one.rule, &one.severity, &one.document, &one.label, &one.words}) std::getline(columns, *field, '\t');
    all.push_back(one);
  }
  return all;
}

std::string text_of(const nlohmann::json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

bool is(const Expected& expected, const nlohmann::json& finding) {
  const auto said = text_of(finding["text"]) + " " + text_of(finding["message"]);
  return text_of(finding["rule"]) == expected.rule && text_of(finding["severity"]) == expected.severity &&
         text_of(finding["document"]) == expected.document && text_of(finding["label"]) == expected.label &&
         said.find(expected.words) != std::string::npos;
}

}  // namespace

TEST_CASE("The example project reports its planted defects and nothing else", "[cli]") {
  const auto ran = help::run_dovetail({"check", source + "/fixtures/xp", "--format", "json"});
  REQUIRE(ran.status == 1);
  const auto report = nlohmann::json::parse(ran.out);
  std::vector<nlohmann::json> found = report["findings"];
  for (const auto& expected : expected_findings()) {
    const auto at = std::find_if(found.begin(), found.end(), [&](const auto& f) { return is(expected, f); });
    INFO(expected.rule << " " << expected.severity << " in " << expected.document << " at " << expected.label << ": " << expected.words);
    CHECK(at != found.end());
    if (at != found.end()) found.erase(at);
  }
  for (const auto& extra : found) {
    INFO(extra.dump());
    CHECK(false);
  }
  CHECK(report["checked"]["blocked"].empty());
}

TEST_CASE("The same bytes come out for one thread and for four", "[cli]") {
  const auto format = GENERATE(as<std::string>(), "text", "json");
  const auto one = help::run_dovetail({"check", source + "/fixtures/xp", "--format", format, "--threads", "1"});
  const auto four = help::run_dovetail({"check", source + "/fixtures/xp", "--format", format, "--threads", "4"});
  CHECK(one.out == four.out);
  CHECK(one.status == four.status);
}
