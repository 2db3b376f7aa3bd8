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

TEST_CASE("what the baseline has too fails no run, whatever the level asked for", "[cli][introduced]") {
  const help::TemporaryFolder folder;
  const std::string text =
      "XBSCP977 Meter Exchange\n\n1 Introduction\n\n1.1 The Supplier shall follow paragraph 9.4.\n\n1.2 The Supplier shall send it.\n";
  folder.write("live.txt", text);
  folder.write("draft.txt", text);
  const auto same = help::run_dovetail({"check", "draft.txt", "--baseline", "live.txt", "--only", "reference", "--fail-on", "note"}, folder.path());
  CHECK(same.status == 0);
  CHECK(same.out.find("Already in the baseline") != std::string::npos);
  // The draft touches that paragraph: its reference is the draft's business now.
  folder.write("draft.txt", std::string(text).replace(text.find("shall follow"), 12, "{--shall--}{++must++} follow"));
  CHECK(help::run_dovetail({"check", "draft.txt", "--baseline", "live.txt", "--only", "reference"}, folder.path()).status == 1);
}
