// Which definition a use means, from the inside out, and what that decides.
#include <catch2/catch.hpp>

#include "help/linted.h"
#include "report/glossary.h"

using namespace dovetail;
using help::linted;
using help::said_by;
using Lines = std::vector<std::string>;

namespace {

/// "scope: uses" of each definition of a term, over all documents.
Lines uses(const Review& review, const std::string& term) {
  Lines all;
  const auto entries = glossary_of_term(review, term);
  if (!entries) return {entries.error().message};
  for (const auto& entry : *entries) {
    std::uint32_t count = 0;
    for (const auto& [unit, n] : entry.uses) count += n;
    all.push_back(entry.scope + ": " + std::to_string(count));
  }
  return all;
}

}  // namespace

TEST_CASE("The nearest definition is the one that is meant", "[check]") {
  const auto review = linted(
      "1. Definitions\n1.1 \"Site\" means a place.\n2. Doors\n2.1 In this paragraph 2, \"Site\" means a door.\n2.2 Paint the Site, and each Site.\n"
      "3. Walls\n3.1 Paint the Site.\n",
      "generic");
  const auto all = uses(review, "Sites");
  REQUIRE(all.size() == 2);
  CHECK(all[0].ends_with(": 1"));
  CHECK(all[1] == "paragraph 2: 2");
}

TEST_CASE("Verb forms are uses of a noun that is defined", "[check]") {
  const auto unused = [](const std::string& words) {
    return said_by(linted("1. Definitions\n\"Export\": means power sent out;\n\"Qualification\": means approval;\n\"Registration\": means an "
                          "entry;\n2. Duties\n2.1 " +
                              words + "\n",
                          "generic"),
                   "term.unused-definition")
        .size();
  };
  CHECK(unused("Power that is Exported by a Qualified and Registered person.") == 0);
  CHECK(unused("A person who Registers, Qualifies and is Exporting.") == 0);
  CHECK(unused("Power that is exported by a qualified and registered person.") == 3);
}

TEST_CASE("A term of a part is not defined outside it", "[check]") {
  const std::string text =
      "1. Definitions\n1.1 \"Door\" means a gap.\n2. Duties\n2.1 In this paragraph 2, \"Paint Shop\" means a shed.\n2.2 Go to the Paint Shop by the "
      "Door.\n";
  CHECK(said_by(linted(text, "generic"), "term.undefined") == Lines{});
  CHECK(said_by(linted(text + "3. More\n3.1 The owner of the Paint Shop shall shut the Door.\n", "generic"), "term.undefined") ==
        Lines{"3.1: Paint Shop"});
}

TEST_CASE("What a text calls itself is no term that is out of reach", "[check]") {
  const std::string text =
      "1. Leases\n1.1 In this paragraph 1, \"Agreement\" means a lease of land.\n1.2 The owner shall keep each Agreement.\n2. Duties\n"
      "2.1 The owner shall do what this Agreement says.\n";
  CHECK(said_by(linted(text, "generic"), "term.undefined") == Lines{});
  CHECK(said_by(linted(text + "2.2 The owner shall sign the Agreement.\n", "generic"), "term.undefined") == Lines{"2.2: Agreement"});
}

TEST_CASE("Terms of another code hold where the text imports them", "[check]") {
  const auto said = [](const std::string& import) {
    const std::string project =
        "project: T\ncodes:\n  - {id: XBSC, name: X Balancing and Settlement Code}\n  - {id: XREC, name: X Retail Energy Code}\ndocuments:\n"
        "  - {path: one.txt, id: XBSCP1, code: XBSC, profile: generic}\n  - {path: two.txt, id: XREC Schedule 1, code: XREC, profile: generic, "
        "title: Interpretation}\n";
    return said_by(
        linted({{"dovetail.yaml", project},
                {"one.txt", "1. Definitions\n1.1 \"Door\" means a gap.\n" + import + "2. Duties\n2.1 The Door is painted by the Paint Master.\n"},
                {"two.txt", "1. Definitions\n\"Paint Master\": means a painter;\n2. Duties\n2.1 The Paint Master paints.\n"}}),
        "term.undefined");
  };
  CHECK(said("") == Lines{"2.1: Paint Master"});
  CHECK(said("1.2 Terms that are defined in the XREC have the same meanings here.\n") == Lines{});
}

TEST_CASE("One cause is one finding of one rule", "[check]") {
  const auto review = linted(
      "1. Definitions\n\"Metering Equipment Manager\": means a person;\n\"Half-Hourly Meter\": means a meter;\n2. Duties\n2.1 The Metering Equipment "
      "Manager reads each "
      "Half-Hourly Meter.\n2.2 The Meter Equipment Manager reads each Half Hourly Meter.\n2.3 A half-hourly meter is read by the Meter Equipment "
      "Manager.\n",
      "generic");
  CHECK(said_by(review, "term.near-miss") == Lines{"2.2: Meter Equipment Manager"});
  CHECK(said_by(review, "term.variant") == Lines{"2.2: Half Hourly Meter"});
  CHECK(said_by(review, "term.undefined") == Lines{});
}

TEST_CASE("A pointer to a glossary that was read and has no such term leads nowhere", "[check]") {
  const auto broken = [](const std::string& pointer) {
    const std::string project =
        "project: T\ncodes:\n  - {id: XREC, name: X Retail Energy Code}\ndocuments:\n  - {path: one.txt, id: Schedule 1, code: XREC, profile: "
        "rec-schedule, glossary: code}\n  - {path: two.txt, id: Schedule 84, code: XREC, profile: rec-schedule}\n";
    const std::string glossary =
        "Schedule 1\nDefinitions\n1 Terms\n1.1 The terms are:\n| Term | Definition |\n| Consumer | means a person. |\n| Meter | means a device of a "
        "Consumer. |\n| Round | means a way. |\n";
    return said_by(linted({{"dovetail.yaml", project},
                           {"one.txt", glossary},
                           {"two.txt", "Schedule 84\nRounds\n1 Terms\n1.1 In this Schedule \"Walk\" " + pointer + "\n1.2 Each Walk is long.\n"}}),
                   "term.pointer-broken")
        .size();
  };
  CHECK(broken("has the meaning given to that term in Schedule 1.") == 1);
  CHECK(broken("has the meaning given to the term \"Round\" in Schedule 1.") == 0);
  CHECK(broken("has the meaning given to that term in the XREC.") == 0);  // any of its documents may have it
  CHECK(broken("has the meaning given to that term in Schedule 2.") == 0);
}

TEST_CASE("A pointer into the void is one finding, of the pointer", "[check]") {
  const auto review =
      linted("1. Definitions\n\"Door\": has the meaning given to that term in paragraph 9.9;\n2. Duties\n2.1 Shut the Door, see paragraph 8.8.\n",
             "generic");
  CHECK(said_by(review, "term.pointer-broken").size() == 1);
  CHECK(said_by(review, "reference.missing") == Lines{"2.1: paragraph 8.8"});
  // What the next sentence says of the term does not add to its meaning; "It includes …" does.
  const auto followed = [](const std::string& sentence) {
    return said_by(linted("1. Doors\n1.1 In this text \"Door\" has the meaning given to that term in paragraph 9.9. " + sentence + "\n", "generic"),
                   "term.pointer-broken")
        .size();
  };
  CHECK(followed("Each Door shall be shut.") == 1);
  CHECK(followed("It includes a gate, and each Door shall be shut.") == 0);
  CHECK(
      said_by(
          linted("1. Definitions\n\"Door\": has the meaning given to that term in section 9 of the Doors Act 1989;\n2. Duties\n2.1 Shut the Door.\n",
                 "generic"),
          "term.pointer-broken") == Lines{});
}
