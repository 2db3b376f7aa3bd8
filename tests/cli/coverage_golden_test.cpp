// One project with one of everything that can become of an atom and of a link. UPDATE_GOLDEN=1 rewrites what is said of it; read the difference.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "help/program.h"
#include "help/source.h"
#include "model/coverage.h"

using namespace dovetail;

namespace {

const std::string port = help::source_folder() + "/fixtures/coverage/port";

void compare_with_golden(const std::string& name, const std::string& said) {
  const auto file = port + "/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << said;
  CHECK(said == help::bytes_of(file));
}

}  // namespace

TEST_CASE("trace and check of a port say what they said", "[cli][coverage]") {
  compare_with_golden("trace.txt", help::run_dovetail({"trace", "."}, port).out);
  compare_with_golden("check.txt", help::run_dovetail({"check", "--fail-on", "never", "--color", "never", "."}, port).out);
}

TEST_CASE("every status, every kind of evidence and every outcome has an example", "[cli][coverage]") {
  const auto json = nlohmann::json::parse(help::run_dovetail({"trace", ".", "--format", "json"}, port).out);
  std::set<std::string> statuses, evidence, outcomes;
  for (const auto& atom : json["atoms"]) {
    statuses.insert(atom["status"].get<std::string>());
    for (const auto& target : atom["targets"]) evidence.insert(target["evidence"].get<std::string>());
  }
  for (const auto& link : json["links"]) outcomes.insert(link["outcome"].get<std::string>());
  // Words alone are a suggestion and carry nothing.
  if (help::run_dovetail({"suggest", "PRQ-009.2", port}).out.find("PLR Part 3") != std::string::npos)
    evidence.insert(std::string(name_of(Evidence::similar)));
  for (std::size_t n = 0; n < coverage_status_count; ++n) {
    INFO(name_of(static_cast<CoverageStatus>(n)));
    CHECK(statuses.contains(std::string(name_of(static_cast<CoverageStatus>(n)))));
  }
  for (std::size_t n = 0; n < evidence_count; ++n) {
    INFO(name_of(static_cast<Evidence>(n)));
    CHECK(evidence.contains(std::string(name_of(static_cast<Evidence>(n)))));
  }
  for (std::size_t n = 0; n < trace_outcome_count; ++n) {
    INFO(name_of(static_cast<TraceOutcome>(n)));
    CHECK(outcomes.contains(std::string(name_of(static_cast<TraceOutcome>(n)))));
  }
}
