// Finding the project file, the rules folder and the profile of a document that nobody described.
#include <catch2/catch.hpp>

#include "config/config.h"
#include "config/help.h"

using namespace dovetail;
using dovetail::test::rules_folder;
using dovetail::test::Scratch;

namespace {

std::string guess(const std::string& name, const std::vector<std::string>& lines = {}) {
  static const auto catalogue = load_catalogue(rules_folder);
  REQUIRE(catalogue);
  return guess_profile(catalogue->profiles, name, lines);
}

}  // namespace

TEST_CASE("the project file is looked for upward", "[config]") {
  const Scratch scratch;
  scratch.write("top/dovetail.yaml", "");
  scratch.write("top/a/b/draft.txt", "");
  CHECK(find_project_file(scratch.path("top")) == scratch.path("top/dovetail.yaml"));
  CHECK(find_project_file(scratch.path("top/a/b/")) == scratch.path("top/dovetail.yaml"));
  CHECK(find_project_file(scratch.path("top/a/../a")) == scratch.path("top/dovetail.yaml"));
  CHECK_FALSE(find_project_file(scratch.path()));
  std::filesystem::create_directories(scratch.path("other/dovetail.yaml"));
  CHECK_FALSE(find_project_file(scratch.path("other")));
}

TEST_CASE("from a relative folder the project file is relative", "[config]") {
  const Scratch scratch;
  scratch.write("top/dovetail.yaml", "");
  scratch.write("top/a/draft.txt", "");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(scratch.path("top/a"));
  const auto here = find_project_file(""), dot = find_project_file(".");
  std::filesystem::current_path(scratch.path());
  const auto below = find_project_file("top/a");
  std::filesystem::current_path(before);
  CHECK(here == "../dovetail.yaml");
  CHECK(dot == "../dovetail.yaml");
  CHECK(below == "top/dovetail.yaml");
}

TEST_CASE("rules are found beside the program, never from the current folder", "[config]") {
  const Scratch scratch;
  const std::string real = std::filesystem::canonical(scratch.path()).string();
  scratch.write("rules/schema.yaml", "");
  scratch.write("build/release/dovetail", "");
  scratch.write("usr/share/dovetail/rules/schema.yaml", "");
  scratch.write("usr/bin/dovetail", "");
  scratch.write("lonely/bin/dovetail", "");
  CHECK(find_rules_folder(scratch.path("build/release/dovetail"), "") == real + "/rules");
  CHECK(find_rules_folder(scratch.path("usr/bin/dovetail"), "") == real + "/usr/share/dovetail/rules");
  CHECK(find_rules_folder(scratch.path("usr/bin/dovetail"), scratch.path("rules")) == scratch.path("rules"));
  std::filesystem::create_symlink(scratch.path("usr/bin/dovetail"), scratch.path("lonely/link"));
  CHECK(find_rules_folder(scratch.path("lonely/link"), "") == real + "/usr/share/dovetail/rules");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(scratch.path());
  const auto lonely = find_rules_folder(scratch.path("lonely/bin/deeper/dovetail"), "");
  const auto wrong = find_rules_folder("", "usr");
  std::filesystem::current_path(before);
  CHECK(lonely.error().message ==
        "no folder of rules was found beside the program; install it with cmake --install, or name the folder with --rules or DOVETAIL_RULES");
  CHECK(wrong.error().message == "usr: this is no folder of rules, it has no schema.yaml; correct --rules or DOVETAIL_RULES");
  CHECK(std::filesystem::exists(running_program()));
}

TEST_CASE("the profile of a document is guessed by its name", "[config]") {
  const auto [name, profile] = GENERATE(table<std::string, std::string>({
      {"XBSCP901_v0.3", "bscp"},
      {"BSCP 501", "bscp"},
      {"BSCP06", "bscp"},
      {"BSC Procedure 901", "bscp"},
      {"XBSC XBSCP901", "bscp"},
      {"Section K", "bsc-section"},
      {"XBSC Section K", "bsc-section"},
      {"XBSC_Section_K_v45", "bsc-section"},
      {"Annex X-1", "bsc-annex"},
      {"XBSC Annex S-2", "bsc-annex"},
      {"Section S Annex S-2", "bsc-annex"},
      {"Schedule 91", "rec-schedule"},
      {"XREC Schedule 91", "rec-schedule"},
      {"REC Main Body", "rec-main"},
      {"XDCUSA", "dcusa"},
      {"DCUSA_v14.1_clauses", "dcusa"},
      {"XDCUSA Schedule 22", "dcusa-schedule"},
      {"DCUSA Schedule 2B", "dcusa-schedule"},
      {"XSEC Section A", "sec"},
      {"SEC Appendix AJ", "sec"},
      {"CUSC Section 15", "cusc"},
      {"xcusc section 3", "cusc"},
      {"XYZP901", "generic"},
      {"Grid Code OC5", "generic"},
      {"Minutes of the second meeting", "generic"},
      {"", "generic"},
  }));
  INFO(name);
  CHECK(guess(name) == profile);
}

TEST_CASE("where the name tells nothing the first lines do", "[config]") {
  CHECK(guess("draft", {"X Balancing and Settlement Code", "SECTION K: CLASSIFICATION OF SYSTEMS"}) == "bsc-section");
  CHECK(guess("draft", {"", "ANNEX S-2: RULES"}) == "bsc-annex");
  CHECK(guess("draft", {"Balancing and Settlement Code", "BSC PROCEDURE", "Data Collection", "XBSCP901"}) == "bscp");
  CHECK(guess("draft", {"SCHEDULE 14", "Metering"}) == "rec-schedule");
  CHECK(guess("draft", {"Retail Energy Code", "SCHEDULE 31", "Data Cleansing"}) == "rec-schedule");
  CHECK(guess("draft", {"Retail Energy Code", "Main Body"}) == "rec-main");
  CHECK(guess("draft", {"X DISTRIBUTION CONNECTION AND USE OF SYSTEM AGREEMENT"}) == "dcusa");
  CHECK(guess("draft", {"SECTION A – DEFINITIONS", "A1 DEFINITIONS"}) == "sec");
  CHECK(guess("draft", {"SECTION G – GAS MEASUREMENT", "1. GENERAL"}) == "generic");
  CHECK(guess("draft", {"XCUSC - SECTION 3"}) == "cusc");
  CHECK(guess("draft", {"A memo about Section K", "which cites XBSCP901"}) == "generic");
}
