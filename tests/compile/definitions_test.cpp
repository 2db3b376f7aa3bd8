// Definitions in every form of code-text.md 4.1: term, body, how far they hold, and what the draft does to them.
#include <algorithm>
#include <catch2/catch.hpp>

#include "help/linted.h"
#include "model/reach.h"
#include "report/glossary.h"

using namespace dovetail;
using Lines = std::vector<std::string>;

namespace {

/// "term | meaning" of every definition of a text, in order.
Lines defined(const std::string& text, const std::string& profile = "generic") {
  const auto review = help::linted(text, profile);
  Lines all;
  for (const auto& unit : review.units)
    for (const auto& d : unit.definitions) all.push_back(d.term + " | " + d.meaning);
  return all;
}

/// "term | scope" likewise.
Lines scopes(const std::string& text, const std::string& profile = "generic") {
  const auto review = help::linted(text, profile);
  Lines all;
  for (std::size_t n = 0; n < review.units[Id<Unit>(0)].definitions.size(); ++n) {
    const In<Definition> in{Id<Unit>(0), Table<Definition>::id_at(n)};
    all.push_back(review.units[in.unit].definitions[in.id].term + " | " + scope_name(review, in));
  }
  return all;
}

std::string in_text(const std::string& line) { return "1. Terms\n1.1 General\n1.1.1 " + line + "\n"; }

}  // namespace

TEST_CASE("Forms of definitions", "[compile]") {
  using Row = std::pair<std::string, Lines>;
  const auto [line, expected] = GENERATE(values<Row>({
      {"\"Site\": means a place;", {"Site | means a place;"}},
      {"\"Site\" means a place;", {"Site | a place;"}},
      {"\"Site\": has the meaning given to that term in Section D5.1.1;", {"Site | has the meaning given to that term in Section D5.1.1;"}},
      {"\"Act\": means the Electricity Act 1989;", {"Act | means the Electricity Act 1989;"}},
      {"\"Yes\": means an answer classed as a \"Yes\" by the Panel;", {"Yes | means an answer classed as a \"Yes\" by the Panel;"}},
      {"\"Site\" . : means a place;", {"Site | means a place;"}},
      {"\"Site\" \xE2\x80\x93 means a place;", {"Site | a place;"}},
      {"\"Site\", in relation to a BSC Year, means a place;", {"Site | a place;"}},
      {"\"Site\" or \"Place\" means a spot;", {"Site | a spot;", "Place | a spot;"}},
      {"any reference to \"Old\", \"Older\", \"Oldest Name\" or \"ON\" is a reference to the Company;",
       {"Old | reference to the Company;", "Older | reference to the Company;", "Oldest Name | reference to the Company;",
        "ON | reference to the Company;"}},
      {"Uniform Network Code or UNC means that code;", {"Uniform Network Code | that code;", "UNC | that code;"}},
      {"Charging Authority or Authority means a body;", {"Charging Authority | a body;", "Authority | a body;"}},
      {"Gas or Power Supplier means a person;", {"Gas or Power Supplier | a person;"}},
      {"Connectee means, in respect of: a person;", {"Connectee | , in respect of: a person;"}},
      {"References to a Party do not include the Company.", {"Party | the Company."}},
      {"References to a BM Unit in this Section K shall mean a Primary BM Unit.", {"BM Unit | a Primary BM Unit."}},
      {"Licensed Distribution System Operators (LDSOs) shall act.", {"LDSO | Licensed Distribution System Operators"}},
      {"\"Site\" is: a place;", {"Site | a place;"}},
      {"There shall have occurred a \"Site Default\" where it is shut.", {"Site Default | where it is shut."}},
      {"He said there shall be an \"answer\" or two.", {}},
      {"the \"Party Details\" of a Party are the following.", {"Party Details | following."}},
  }));
  INFO(line);
  auto all = defined(in_text(line));
  CHECK(all == expected);
}

TEST_CASE("Terms in brackets", "[compile]") {
  const auto terms = [](const std::string& line) {
    Lines all;
    const auto review = help::linted(in_text(line), "generic");
    for (const auto& d : review.units[Id<Unit>(0)].definitions) all.push_back(d.term);
    return all;
  };
  CHECK(terms("Persons who sell power (the \"Suppliers\") shall act.") == Lines{"Suppliers"});
  CHECK(terms("Reports (each a \"BSC Audit Report\" and together the \"BSC Audit Reports\") shall be kept.") ==
        Lines{"BSC Audit Report", "BSC Audit Reports"});
  CHECK(terms("the capacities of a person (\"participation capacities\") are listed.") == Lines{"participation capacities"});
  CHECK(terms("an agreement (formerly known as the \"Pooling Agreement\") ended.") == Lines{"Pooling Agreement"});
  CHECK(terms("a price (in pounds) and a day (the first)") == Lines{});
}

TEST_CASE("Quotation marks of any kind, also where one is missing", "[compile]") {
  CHECK(defined(in_text("\xE2\x80\x9CSite\xE2\x80\x9D: means a place;")) == Lines{"Site | means a place;"});
  CHECK(defined(in_text("\xE2\x80\x98Rain Site\xE2\x80\x99 means a place;")) == Lines{"Rain Site | a place;"});
  CHECK(defined(in_text("\xC2\xABRain Site\xC2\xBB means a place;")) == Lines{"Rain Site | a place;"});
  CHECK(defined(in_text("\xC2\xAB\xC2\xA0Rain Site\xC2\xA0\xC2\xBB means a place;")) == Lines{"Rain Site | a place;"});
  CHECK(defined(in_text("\"Site: means a place;")) == Lines{"Site | means a place;"});
  CHECK(defined(in_text("Site\": means a place;")) == Lines{"Site | means a place;"});
  CHECK(defined(in_text("\"Site\" means a place with a \"door;")) == Lines{"Site | a place with a \"door;"});
}

TEST_CASE("Spaces, hyphens and letters that print the same", "[compile]") {
  CHECK(defined(in_text("\"Working\xC2\xA0"
                        "Day\": means a day;")) == Lines{"Working Day | means a day;"});
  CHECK(defined(in_text("\"Work\xC2\xAD"
                        "ing Day\": means a day;")) == Lines{"Working Day | means a day;"});
  CHECK(defined(in_text("\"O\xEF\xAC\x83"
                        "ce Hours\": means hours;")) == Lines{"Office Hours | means hours;"});
  CHECK(defined(in_text("\"Cafe\xCC\x81 Rules\": means rules;")) == Lines{"Caf\xC3\xA9 Rules | means rules;"});
  // A use finds its definition whichever way either is written.
  const auto used = [](const std::string& use) {
    return help::said_by(help::linted("1. Terms\n\"Half\xE2\x80\x91Hourly O\xEF\xAC\x83"
                                      "ce\": means a place;\n2. Duties\n2.1 Go to the " +
                                          use + ".\n",
                                      "generic"),
                         "term.unused-definition");
  };
  CHECK(used("Half-Hourly\xC2\xA0Office") == Lines{});
  CHECK(used("Half-Hourly Of\xC2\xAD"
             "fice\xE2\x80\x99s door") == Lines{});
  CHECK(used("barn").size() == 1);
}

TEST_CASE("In a list of definitions no word need stand between a term and its meaning", "[compile]") {
  const std::string head = "1. Definitions\n1.1 The following terms have the following meanings:\n";
  CHECK(defined(head +
                "\"Act\" the Electricity Act 1989;\n\"Parties\" the buyer and the seller, and \"Party\" means either of them; and\n\"Term\" the "
                "time up to the end.\n") == Lines{"Act | the Electricity Act 1989;", "Party | either of them; and",
                                                  "Parties | the buyer and the seller, and \"Party\" means either of them; and",
                                                  "Term | the time up to the end."});
  CHECK(defined(head + "Approved Design. A design that the Panel has seen.\nDesign Authority. The person who draws.\n") ==
        Lines{"Approved Design | A design that the Panel has seen.", "Design Authority | The person who draws."});
  // Headings of paragraphs are no terms, and outside a list nothing is.
  CHECK(defined(head + "Fees. The fee shall be paid in May.\nNotices. A notice shall be sent by post.\n") == Lines{});
  CHECK(defined("1. Duties\n1.1 Work\n\"Act\" the part of a king;\n\"Rest\" the rest of the play.\n") == Lines{});
}

TEST_CASE("The possessive of a party leads to a term as an article does", "[compile]") {
  CHECK(defined(in_text("In this paragraph a party's \"Avoidable Costs\" are those which it could have avoided.")) ==
        Lines{"Avoidable Costs | which it could have avoided."});
}

TEST_CASE("Where terms come from is named whole", "[compile]") {
  using Row = std::pair<std::string, Lines>;
  const auto [line, names] = GENERATE(values<Row>({
      {"1.1 Words that are not defined here have the meaning given in Part 1.", {"Part 1"}},
      {"1.1 Terms defined in Section A1.2 have the same meaning here.", {"Section A1.2"}},
      {"1.1 Expressions defined in the Master Code. The Panel shall keep it.", {"Master Code"}},
      {"1.1 Terms defined in the Electricity Act 1989 have the same meanings here.", {}},
      {"1.1 Terms defined in paragraph 3 have the same meanings here.", {}},
  }));
  CAPTURE(line);
  const auto review = help::linted("1. Terms\n" + line + "\n", "generic");
  CHECK(review.units[Id<Unit>(0)].imports == names);
}

TEST_CASE("Tables define with and without quotation marks, values do not", "[compile]") {
  const std::string head = "1. Definitions\n1.1 List\n1.1.1 The terms are:\n";
  CHECK(defined(head + "| Term | Definition |\n| Field Agent | A person. |\n| \xE2\x80\x9CRain Gauge\xE2\x80\x9D | A glass. |\n") ==
        Lines{"Field Agent | A person.", "Rain Gauge | A glass."});
  CHECK(defined("1. General\n1.1 List\n1.1.1 The terms are:\n| Acceptance Testing | means testing; |\n| Release | means a change; |\n") ==
        Lines{"Acceptance Testing | means testing;", "Release | means a change;"});
  CHECK(defined("1. General\n1.1 List\n1.1.1 The codes are:\n| Code | Meaning |\n| R01 | Too late |\n| R02 | Too early |\n") == Lines{});
}

TEST_CASE("Two names in one cell are two terms of one meaning", "[compile]") {
  const auto cell = GENERATE(as<std::string>(), "Central Switching Service (or CSS)", "Central Switching Service (CSS)",
                             "Central Switching Service or CSS", "Central Switching Service / CSS", "Central Switching Service (\"CSS\")",
                             "\"Central Switching Service\" or \"CSS\"", "Central Switching Service (also known as CSS)");
  CAPTURE(cell);
  CHECK(defined("1. Definitions\n1.1 List\n1.1.1 The terms are:\n| Term | Definition |\n| " + cell + " | means a service; |\n") ==
        Lines{"Central Switching Service | means a service;", "CSS | means a service;"});
}

TEST_CASE("A term that has \"or\" in it is one", "[compile]") {
  CHECK(defined("1. Definitions\n1.1 List\n1.1.1 The terms are:\n| Term | Definition |\n| Acceptance or Rejection Notice | means a notice; |\n") ==
        Lines{"Acceptance or Rejection Notice | means a notice;"});
}

TEST_CASE("A meaning of several paragraphs ends with its cell, and with the text", "[compile]") {
  const auto meanings = [](const std::string& html) {
    const auto review = help::linted({{"draft.html", html}});
    Lines all;
    for (const auto& unit : review.units)
      for (const auto& d : unit.definitions) all.push_back(d.term + " | " + d.meaning);
    return all;
  };
  CHECK(meanings("<body><h1>1. Definitions</h1><table><tr><th>Term</th><th>Definition</th></tr><tr><td>Field Agent</td><td><p>A person who:</p>"
                 "<p>(a) reads; or</p><p>(b) writes.</p></td></tr><tr><td>Rain Gauge</td><td><p>A glass.</p></td></tr></table>"
                 "<h1>2. Duties</h1><p>2.1 The Field Agent reads the Rain Gauge.</p></body>") ==
        Lines{"Field Agent | A person who: (a) reads; or (b) writes.", "Rain Gauge | A glass."});
}

TEST_CASE("A definition says how far it holds", "[compile]") {
  const auto all = scopes("1. Terms\n1.1 In this paragraph 1, \"Site\" means a place.\n1.2 A \"Door\" means a gap.\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0] == "Site | paragraph 1");
  CHECK(all[1] != "Door | paragraph 1");
  CHECK(scopes("Schedule 1\n1. Terms\n1.1 For the purposes of this Schedule 1, \"Site\" means a place.\nSchedule 2\n1. More\n1.1 A Site.\n") ==
        Lines{"Site | Schedule 1"});
  CHECK(scopes("1. Terms\n1.1 In this paragraph 1 the following terms have these meanings:\n\"Site\" means a place;\n\"Door\" means a gap.\n") ==
        Lines{"Site | paragraph 1", "Door | paragraph 1"});
}

TEST_CASE("What the draft does to a definition", "[compile]") {
  const auto review = help::linted(
      "1. Terms\n\"Kept\": means a thing;\n\"Altered\": means {--three--}{++five++} days;\n{++\"Brought\": means a new thing;++}\n{--\"Taken\": "
      "means an old "
      "thing;--}\n2. Duties\n2.1 Kept, Altered, Brought.\n",
      "generic");
  Lines all;
  for (const auto& entry : glossary_of(review)) all.push_back(entry.term + " | " + entry.status + " | " + entry.meaning + " | " + entry.was);
  CHECK(all == Lines{"Altered | changed | means five days; | means three days;", "Brought | new | means a new thing; | ",
                     "Kept |  | means a thing; | ", "Taken | deleted | means an old thing; | "});
}
