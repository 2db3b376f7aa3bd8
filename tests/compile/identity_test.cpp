// What a document says about itself, and what only looks so.
#include "compile/identity.h"

#include <catch2/catch.hpp>

#include "outlined.h"

using namespace dovetail;

namespace {

using Lines = std::vector<std::string>;

Lines said(const std::string& text, View view = View::proposed) {
  Profile profile;
  profile.ids = {"X?BSC ?P ?[0-9]{1,4}", "X?BSC +Procedure +[0-9]{1,4}", "Section +[A-Z]"};
  profile.divisions = {{"Section", "[A-Z]", true, false, false}};
  auto o = outlined(text, profile);
  compile_identity(o.document, profile, o.unit);
  constexpr std::array what{"id", "title", "version", "date", "heading"};
  constexpr std::array where{"cover", "statement", "header", "footer", "history", "contents"};
  Lines lines;
  for (const auto& s : o.unit.statements)
    if (s.views.has(view))
      lines.push_back(std::string(what[static_cast<std::size_t>(s.what)]) + " " + where[static_cast<std::size_t>(s.where)] +
                      (s.row ? " " + std::to_string(s.row) : "") + ": " + s.value);
  return lines;
}

const std::string body = "1 Introduction\n1.1 Purpose\n1.1.1 In Version 3.0 of XBSCP902, effective from 1 May 2020, it was.\n";

}  // namespace

TEST_CASE("cover, statements and amendment record", "[compile][identity]") {
  CHECK(said("X Code\nXBSCP901\nVersion 17.0\nDate : 1 April 2020\n1. Reference is made to XBSCP902, Version 4.0.\n2. This is XBSC Procedure 901, "
             "Version 17.0 relating to it.\n"
             "3. This Procedure is effective from 01 April 2020.\n| Version | Date | Description of Changes |\n| 16.0 | 13/8/02 | All |\n| 17.0 | "
             "Code Effective Date | None |\n" +
             body) == Lines{"id cover: XBSCP901", "version cover: 17.0", "date cover: 2020-04-01", "id statement: XBSCP901",
                            "version statement: 17.0", "date statement: 2020-04-01", "version history 1: 16.0", "date history 1: 2002-08-13",
                            "version history 2: 17.0"});
}

TEST_CASE("versions and dates as they are written", "[compile][identity]") {
  const auto [line, expected] = GENERATE(table<std::string, Lines>({
      {"Section K V45.0", {"id cover: SECTIONK", "version cover: 45.0"}},
      {"v 39.0", {"version cover: 39.0"}},
      {"GLOSSARY (V77.0)", {"version cover: 77.0"}},
      {"v1.17 \xE2\x80\x93 18 March 2016", {"version cover: 1.17"}},
      {"XSEC4.15 \xE2\x80\x93 development version", {"version cover: 4.15"}},
      {"BSC/V22.0", {"version cover: 22.0"}},
      {"Version: 0.2\tEffective Date: N/A", {"version cover: 0.2"}},
      {"Version: 3.2\tEffective Date: 23/02/24", {"version cover: 3.2", "date cover: 2024-02-23"}},
      {"Effective From Date: 28th July 2015", {"date cover: 2015-07-28"}},
      {"BSCP06", {"id cover: BSCP6"}},
      {"Other versions", {}},
      {"DATED 5th October 2006", {}},
      {"It replaces Version 2.0 of the Procedure.", {}},
      {"Version: [ ]", {}},
      {"Effective Date: 31 February 2022", {}},
      {"V2 meters", {}},
  }));
  CAPTURE(line);
  CHECK(said(line + "\n" + body) == expected);
}

TEST_CASE("titles and contents", "[compile][identity]") {
  CHECK(said("SECTION K: REGISTRATION\nVersion 2.0\n1. Introduction ..... 3\n1.1 Purpose\t4\n" + body) ==
        Lines{"id cover: SECTIONK", "title cover: registration", "version cover: 2.0", "heading contents: 1. introduction",
              "heading contents: 1.1 purpose"});
}

TEST_CASE("a draft that raises the version says two", "[compile][identity]") {
  const std::string text = "Version {--2.0--}{++3.0++}\n" + body;
  CHECK(said(text, View::baseline) == Lines{"version cover: 2.0"});
  CHECK(said(text, View::proposed) == Lines{"version cover: 3.0"});
}
