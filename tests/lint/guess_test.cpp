// What a document calls itself, guessed from its name and first lines.
#include <catch2/catch.hpp>

#include "lint/guess.h"

using namespace dovetail;

namespace {
std::vector<Profile> profiles() {
  Profile bscp, generic, schedule;
  bscp.name = "bscp";
  bscp.ids = {"X?BSCP ?[0-9]+"};
  generic.name = "generic";
  schedule.name = "rec-schedule";
  schedule.ids = {"Schedule [0-9]+"};
  schedule.titles = {"XREC Schedule [0-9]+"};
  return {bscp, generic, schedule};
}
}  // namespace

TEST_CASE("File names lose their version and state", "[lint]") {
  CHECK(bare_file_name("drafts/XBSCP901_v0.3.docx") == "XBSCP901");
  CHECK(bare_file_name("XREC Schedule 14 v1.2 redlined.docx") == "XREC Schedule 14");
  CHECK(bare_file_name("Section_K_draft.docx") == "Section_K");
  CHECK(bare_file_name("notes.md") == "notes");
  CHECK(bare_file_name("v1.docx") == "v1");
}

TEST_CASE("Identity comes from the file name before the first lines", "[lint]") {
  const auto all = profiles();
  auto found = guess_identity(all, "in/XBSCP901_v0.3.docx", {"XBSCP901", "Data Collection"});
  CHECK(found.profile == "bscp");
  CHECK(found.id == "XBSCP901");
  CHECK(found.title == "Data Collection");

  found = guess_identity(all, "in/latest.docx", {"XREC Schedule 14: Exchange", "Version 1.0"});
  CHECK(found.profile == "rec-schedule");
  CHECK(found.id == "Schedule 14");

  found = guess_identity(all, "in/letter_v2.docx", {"Dear reader"});
  CHECK(found.profile == "generic");
  CHECK(found.id == "letter");
  CHECK(found.title == "Dear reader");
}

TEST_CASE("A code is the longest that the id begins with, or one that the cover names", "[lint]") {
  const std::vector<CodeEntry> codes{{"XB", "X Base Code", {}}, {"XBSC", "X Balancing Code", {}}};
  CHECK(guess_code(codes, "XBSCP901", {}) == "XBSC");
  CHECK(guess_code(codes, "Section K", {"The X Balancing Code"}) == "XBSC");
  CHECK(guess_code(codes, "Section K", {"Other"}) == "");
}
