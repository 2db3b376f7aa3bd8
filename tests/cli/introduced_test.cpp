// What the draft introduced counts in full; what the named baseline has too is a note.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "help/program.h"

namespace {

nlohmann::json finding_on(const nlohmann::json& report, const std::string& words) {
  for (const auto& finding : report["findings"])
    if (finding["rule"] == "reference.missing" && finding["text"] == words) return finding;
  return {};
}

}  // namespace

TEST_CASE("Text that the baseline has not is introduced, marked or not", "[cli]") {
  const help::TemporaryFolder folder;
  const auto before =
      folder.write("before.txt", "1. Duties\n1.1 The operator shall act under paragraph 1.2.\n1.2 It shall report under paragraph 7.7.\n");
  const auto after = folder.write("after.txt",
                                  "1. Duties\n1.1 The operator shall act under paragraph 1.9.\n1.2 It shall report under paragraph 7.7.\n"
                                  "1.3 It shall keep records under paragraph 8.8.\n");
  const auto report = nlohmann::json::parse(help::run_dovetail({"check", after, "--baseline", before, "--format", "json"}).out);
  const auto changed = finding_on(report, "paragraph 1.9"), added = finding_on(report, "paragraph 8.8"), old = finding_on(report, "paragraph 7.7");
  REQUIRE(changed.is_object());
  REQUIRE(added.is_object());
  REQUIRE(old.is_object());
  CHECK(changed["introduced"] == true);
  CHECK(changed["severity"] == "error");
  CHECK(added["introduced"] == true);
  CHECK(added["severity"] == "error");
  CHECK(old["introduced"] == false);
  CHECK(old["severity"] == "note");
}
