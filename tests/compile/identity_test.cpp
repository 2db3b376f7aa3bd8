// What a document says about itself, and what only looks so.
#include "compile/identity.h"

#include <catch2/catch.hpp>

#include "outlined.h"

using namespace dovetail;

namespace {

using Lines = std::vector<std::string>;

Lines said(const std::string& text, View view = View::proposed) {
  Profile profile;
  profile.ids = {"X?BSC ?P ?[0-9]{1,4}", "X?BSC +Procedure +[0-9]{1,4}", "(?:X-BSC )?Section +[A-Z]", "(?:XREC )?Schedule +[0-9]+"};
  profile.divisions = {{"Section", "[A-Z]", true, false, false}};
  auto o = outlined(text, profile);
  compile_identity(o.document, profile, o.unit);
  constexpr std::array what{"id", "title", "version", "date", "heading", "draft"};
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

TEST_CASE("other wordings of versions, dates and ids", "[compile][identity]") {
  const auto [line, expected] = GENERATE(table<std::string, Lines>({
      {"Issue 12.0", {"version cover: 12.0"}},
      {"Revision: 4", {"version cover: 4"}},
      {"Ver. 12.2", {"version cover: 12.2"}},
      {"Version No. 3.1 (clean)", {"version cover: 3.1"}},
      {"Version 3.1 \xE2\x80\x93 redlined", {"version cover: 3.1"}},
      {"v1.6 28th July 2015", {"version cover: 1.6", "date cover: 2015-07-28"}},
      {"v1.17 \xE2\x80\x93 18 March 2016", {"version cover: 1.17", "date cover: 2016-03-18"}},
      {"Version 7.0 effective from 05 November 2015", {"version cover: 7.0", "date cover: 2015-11-05"}},
      {"Effective: 30-Jun-2022", {"date cover: 2022-06-30"}},
      {"In force from 30.06.2022", {"date cover: 2022-06-30"}},
      {"Effective as of 30 June 2022", {"date cover: 2022-06-30"}},
      {"With effect from: 30th June, 2022", {"date cover: 2022-06-30"}},
      {"Date: 13/8/02", {"date cover: 2002-08-13"}},
      {"Date: 1 April 1999", {"date cover: 1999-04-01"}},
      {"Date: 1/4/99", {"date cover: 1999-04-01"}},
      {"XREC Schedule 14 - Metering", {"id cover: SCHEDULE14"}},
      {"X-BSC Section K", {"id cover: SECTIONK"}},
      {"DRAFT v0.3 for consultation", {"draft cover: 0.3"}},
      {"P344 Draft Proposed Legal Text v0.1", {"draft cover: 0.1"}},
      {"Draft Version: 0.2", {"draft cover: 0.2"}},
      // What is another's, or no version or date of this document
      {"Supersedes Version 11.0", {}},
      {"Previous version: 11.0", {}},
      {"Based on Version 11.0 of the live text", {}},
      {"To be read with Version 4.0 of the Guide", {}},
      {"Template Version 2.1", {}},
      {"Design Release Version 8.2", {}},
      {"Next review date: 1 June 2025", {}},
      {"Date of Issue: 30.06.2022", {}},
      {"Phase 2 Version", {}},
  }));
  CAPTURE(line);
  CHECK(said(line + "\n" + body) == expected);
}

TEST_CASE("the cover names one document, others go with it", "[compile][identity]") {
  CHECK(said("XBSCP901\nVersion 2.0\nXBSCP902 Version 3.0\n" + body) == Lines{"id cover: XBSCP901", "version cover: 2.0"});
}

TEST_CASE("covers in tables", "[compile][identity]") {
  CHECK(said("| Document | XBSCP901 |\n| Title | Data Collection |\n| Version No. | 12.0 |\n| Draft version | 0.3 |\n| Effective Date | 30 June 2022 "
             "|\n" +
             body) ==
        Lines{"id cover: XBSCP901", "title cover: data collection", "version cover: 12.0", "draft cover: 0.3", "date cover: 2022-06-30"});
  CHECK(said("SCHEDULE 14\n| Version: 0.2 | Effective Date: 30 June 2022 |\n" + body) ==
        Lines{"id cover: SCHEDULE14", "version cover: 0.2", "date cover: 2022-06-30"});
  CHECK(said("| Procedure | Version |\n| XBSCP902 | 3.0 |\n| Party | Domestic Suppliers |\n| N/A | Date |\n" + body).empty());
}

TEST_CASE("front statements in other words", "[compile][identity]") {
  CHECK(said("XBSCP901\n1. This Procedure is XBSCP901, Version 12.0.\n2. It takes effect on 30 June 2022.\n" + body) ==
        Lines{"id cover: XBSCP901", "id statement: XBSCP901", "version statement: 12.0", "date statement: 2022-06-30"});
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
