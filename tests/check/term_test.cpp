// Terms over the whole line: who defines, who uses, what is defined nowhere, and when nothing can be said.
#include <algorithm>
#include <catch2/catch.hpp>

#include "help/linted.h"

using namespace dovetail;
using help::linted;
using help::said_by;
using Lines = std::vector<std::string>;

namespace {

Lines unused(const std::string& text, const std::string& profile = "generic") { return said_by(linted(text, profile), "term.unused-definition"); }
Lines undefined(const std::string& text, const std::string& profile = "generic") { return said_by(linted(text, profile), "term.undefined"); }

/// A text with definitions, and what it says.
std::string saying(const std::string& words) {
  return "1. Definitions\n\"Weather Record\": means a record made by an Observer;\n\"Observer\": means a person who keeps a Weather Record;\n2. "
         "Duties\n2.1 " +
         words + "\n";
}

}  // namespace

TEST_CASE("Inflected and joined uses of a term count", "[check]") {
  const auto uses = [](const std::string& words) {
    return unused("1. Definitions\n\"Working Day\" or \"WD\": means a day;\n\"Half-Hourly Meter\": means a meter;\n2. Duties\n2.1 " + words + "\n");
  };
  CHECK(uses("Within 5WD of a Half-Hourly Meter being read.") == Lines{});
  CHECK(uses("On Working Days' ends, all Half-Hourly Meters.") == Lines{});
  CHECK(uses("The Working Day's end and the Half-Hourly Meter\xE2\x80\x99s end.") == Lines{});
  CHECK(uses("The Half Hourly Meter on a WD.") == Lines{});
  CHECK(uses("On a Working Day.") == Lines{"\"Half-Hourly Meter\": Half-Hourly Meter"});
  CHECK(uses("On a working day a half-hourly meter is read.").size() == 3);
}

TEST_CASE("The longest term is the one that is used", "[check]") {
  CHECK(unused("1. Definitions\n\"Weather\": means the sky;\n\"Weather Record\": means a record;\n2. Duties\n2.1 Keep each Weather Record.\n") ==
        Lines{"\"Weather\": Weather"});
  CHECK(unused("1. Definitions\n\"Weather\": means the sky;\n\"Weather Record\": means a record of Weather;\n2. Duties\n2.1 Keep each Weather "
               "Record.\n") == Lines{});
}

TEST_CASE("A term that the draft stops using is unused in the proposed text alone", "[check]") {
  const std::string text = "1. Definitions\n\"Rain Gauge\": means a glass;\n2. Duties\n2.1 Read {--the Rain Gauge--}{++the glass++}.\n";
  const auto review = linted(text, "generic");
  REQUIRE(said_by(review, "term.unused-definition") == Lines{"\"Rain Gauge\": Rain Gauge"});
  const auto finding =
      std::find_if(review.findings.begin(), review.findings.end(), [](const Finding& f) { return f.rule == "term.unused-definition"; });
  CHECK(finding->introduced);
}

TEST_CASE("Every form of a definition defines", "[check]") {
  const auto form = [](const std::string& definition) {
    return undefined("1. Definitions\n1.1 \"Weather Record\" means a record.\n1.2 " + definition +
                     "\n2. Duties\n2.1 Send each Weather Record to the Central Bureau, and to no other Central Bureau.\n");
  };
  CHECK(form("\"Central Bureau\": means an office;") == Lines{});
  CHECK(form("\"Central Bureau\" means an office;") == Lines{});
  CHECK(form("\xE2\x80\x9C"
             "Central Bureau\xE2\x80\x9D means an office;") == Lines{});
  CHECK(form("\"Central Bureau\": has the meaning given to that term in Section D5.1.1;") == Lines{});
  CHECK(form("\"Central Bureau\" has the meaning given to such expression in paragraph 2.1;") == Lines{});
  CHECK(form("\"Central Bureau\" shall have the meaning ascribed to it elsewhere;") == Lines{});
  CHECK(form("\"Central Bureau\", in relation to a record, means an office;") == Lines{});
  CHECK(form("'Central Bureau' means an office;") == Lines{});
  CHECK(form("There is an office (the \"Central Bureau\").") == Lines{});
  CHECK(form("Each office (each a \"Central Bureau\" and together the \"Central Bureaux\") is open.") == Lines{});
  CHECK(form("There shall be an office, to be known as the \"Central Bureau\".") == Lines{});
  CHECK(form("The \"Central Bureau\" is the office in the capital.") == Lines{});
  CHECK(form("The \"Central Bureau\" of a place is its office.") == Lines{});
  CHECK(form("References to the \"Central Bureau\" are to the office.") == Lines{});
  CHECK(form("In this Part a \"Central Bureau\" is an office.") == Lines{});
  CHECK(form("Central Bureau means an office;") == Lines{});
  CHECK(form("Central Bureau: means an office;") == Lines{});
  CHECK(form("Central Bureau \xE2\x80\x93 an office in the capital;") == Lines{});
  CHECK(form("\"Central Bureau\" \xE2\x80\x93 an office in the capital;") == Lines{});
  CHECK(form("Central Bureau: an office in the capital;") == Lines{});
  CHECK(form("\"Central Bureaux\" are those offices that are in the capital.") == Lines{});
  CHECK(form("'Central Bureau' is the office in the capital.") == Lines{});
  CHECK(form("In this text, a 'Central Bureau' means an office.") == Lines{});
  CHECK(form("There is an office ('the Central Bureau').") == Lines{});
  CHECK(form("Each place has an office (its \"Central Bureau\").") == Lines{});
  CHECK(form("There are three offices (the last of them being the \"Central Bureau\").") == Lines{});
  CHECK(form("The office so opened is the \"Central Bureau\" of the place.") == Lines{});
  CHECK(form("Records are kept by the Central Bureau (CB) in the capital.") == Lines{});
  CHECK(form("The office is in the capital.") == Lines{"2.1: Central Bureau"});
  CHECK(form("The words \"Central Bureau\" are painted on the door.") == Lines{"2.1: Central Bureau"});
}

TEST_CASE("Terms of tables", "[check]") {
  const auto table = [](const std::string& heading, const std::string& rows) {
    return undefined("1. " + heading + "\n1.1 " + heading + "\n1.1.1 The words have these meanings:\n" + rows +
                     "2. Duties\n2.1 The Field Agent reads each Rain Gauge of the Field Agent.\n");
  };
  CHECK(table("Definitions", "| Field Agent | A person. |\n| Rain Gauge | A glass that a Field Agent reads. |\n") == Lines{});
  CHECK(table("Definitions", "| Term | Meaning |\n| Field Agent | A person. |\n| Rain Gauge | A glass. |\n") == Lines{});
  CHECK(table("General", "| Field Agent | means a person. |\n| Rain Gauge | means a glass. |\n") == Lines{});
}

TEST_CASE("A term that is written in the same breath counts for its twin", "[check]") {
  CHECK(
      unused(
          "1. Definitions\n\"Month\": means a calendar month, and \"Monthly\" shall be construed accordingly;\n2. Duties\n2.1 Send it Monthly.\n") ==
      Lines{});
  CHECK(undefined(saying("Any person that acts (and \"Act Now\" and \"Acting Now\" shall be construed accordingly) may Act Now.")) == Lines{});
  CHECK(unused("1. Definitions\n\"Metered Volume\" (or \"QM\") means a quantity;\n2. Duties\n2.1 Send the Metered Volume.\n") == Lines{});
  CHECK(unused("1. Definitions\n1.1 In this text \"Metered Volume\" means a quantity. Each Metered Volume is sent.\n") == Lines{});
  CHECK(unused("1. Definitions\n\"Metered Volume\" or \"QM\": means a quantity;\n2. Duties\n2.1 Send QM.\n") == Lines{});
}

TEST_CASE("Capitals that name something are no terms", "[check]") {
  const auto silent = GENERATE(
      as<std::string>(), "See Section T3.34 (Additional Testing Rules).", "The Late Payment of Commercial Debts (Interest) Act 1998 applies.",
      "The form is called 'Notice of Inspection Visit'.", "It is sent to the Gas and Electricity Markets Authority.",
      "It is described in the Company Governance Schedule.", "Standard Condition 4 of the Supply Licence applies.",
      "It is listed in Appendix 1 to the Grid Code.", "XBSCP15 Unit Registration applies.", "The Licensed Distribution Operator (LDO) shall act.",
      "THIS PART APPLIES TO NOBODY AT ALL.", "The Secretary of State may object.", "It is due on the first Monday of each year.",
      "Any Observer, Each Observer and No Observer may act.", "Weather Records shall be kept.",
      // Addresses, lines of programs, deeds and forms.
      "Write to The Records Office, Second Floor, 8 Harbour Place, London EC3M 4AJ.",
      "SELECT Record_Id FROM Weather_Table WHERE Record Count IS NULL;", "Signed by Jane Doe for and on behalf of the Observer",
      "Contact: Mary Major, Head of Weather", "The Heavy Weather Users' Council may act.", "The International Storm Code applies.",
      "The Observer pays \xCE\xA3z AMVij for each day and QCEp Xyz for each night.",
      // Names of companies, of places and of what has an id.
      "It is sent to Northern Light plc, to Alpha Power Limited or to Beta Brown LLP.", "The Observer works between King's Cross and New Zealand.",
      "It is sent as D0155 Notification of New Observer Appointment and Terms.", "It is rated by Moody's Investors Service.",
      "Members of the Chartered Institute of Plumbing and Heating Engineering may act.",
      "The Storm Measures (Wind and Rain Undertakers) Direction 2022 applies.", "The Clean Power 2030 Action Plan applies.",
      "Pay by the Clearing House Automated Payment System.", "The Snow and Ice Weather Alliance may act.",
      // What a sentence explains without quotation marks.
      "A gauge that has not been read for a year is a Dormant Gauge.", "Each of the following is a Rain Event: hail; and snow.",
      "The amount by which one exceeds the other is the Spill Volume, and is kept.",
      "Pay the Storm Charge, being \xC2\xA3"
      "5 for each day.",
      "It is kept for the Storm Year, which runs from 1 May.", "The Storm Period begins on 1 May and ends on 3 June.",
      "Urban Gauges and Rural Gauges are those of the map.", "State the hours in a year (the Yearly Allowance).",
      "Ask for a Storm Consent Order under the Storms Act 1999.", "Keep the Code of Manners in Schedule 23.",
      // Bodies and firms.
      "Ask the Storms and Floods Service or the Committee on Hail.", "Ask an independent firm such as Abc or Cornish Weather.",
      "The leaflet is the Guidance Note \"Weather in practice\".");
  INFO(silent);
  CHECK(undefined(saying(silent)) == Lines{});
}

TEST_CASE("The meaning of a word defines nothing", "[check]") {
  CHECK(unused(saying("Unless the meaning of a Weather Record is in doubt, the Observer shall store it.")) == Lines{});
}

TEST_CASE("Capitals that promise a definition are found", "[check]") {
  CHECK(undefined(saying("The Observer shall give an Access Notice.")) == Lines{"2.1: Access Notice"});
  CHECK(undefined(saying("The Observer shall (where a Storm Day occurs) act.")) == Lines{"2.1: Storm Day"});
  // One word makes another thing of a term, before it or with "of" between.
  CHECK(undefined(saying("Each Stormy Weather Record is kept.")) == Lines{"2.1: Stormy Weather Record"});
  CHECK(undefined(saying("Show a Certificate of Observer on request.")) == Lines{"2.1: Certificate of Observer"});
  // A possessive parts two names, hyphens join one, small words stand within it.
  CHECK(undefined(saying("Pay the Observer's Access Fee.")) == Lines{"2.1: Access Fee"});
  CHECK(undefined(saying("Send an Access Report in January and on Monday.")) == Lines{"2.1: Access Report"});
  CHECK(undefined(saying("Pass the On-Site Test, name a Safety Co-ordinator and keep the Use-it-or-Lose-it Rule.")) ==
        Lines{"2.1: On-Site Test", "2.1: Safety Co-ordinator", "2.1: Use-it-or-Lose-it Rule"});
  CHECK(undefined(saying("Make an Ability to Pay Assessment, and agree an Interface Schedule.")) ==
        Lines{"2.1: Ability to Pay Assessment", "2.1: Interface Schedule"});
  // With and without the term before it at the start of a sentence it is one expression.
  CHECK(undefined(saying("Observer Access Fees are due. Pay each Observer Access Fee.")) == Lines{"2.1: Observer Access Fees"});
  // An indefinite holder, a pair of adjectives, what is rated and by whom.
  CHECK(undefined(saying("Show a Broker's Letter.")) == Lines{"2.1: Broker's Letter"});
  CHECK(undefined(saying("Act as a Reasonable and Prudent Sailor.")) == Lines{"2.1: Reasonable and Prudent Sailor"});
  CHECK(undefined(saying("Have a Storm Rating of Moody's.")) == Lines{"2.1: Storm Rating"});
  CHECK(undefined(saying("Fit a Data Socket of Category 6, and make a Street Audit.")) == Lines{"2.1: Data Socket", "2.1: Street Audit"});
  CHECK(undefined(saying("Take account of the Observer's Ability to Pay.")) == Lines{"2.1: Ability to Pay"});
  CHECK(undefined(saying("Name the Storm Grade, which is High or Low.")) == Lines{"2.1: Storm Grade"});
  CHECK(undefined(saying("The following apply to each Storm Day:")) == Lines{"2.1: Storm Day"});
  CHECK(
      undefined("1. Terms\n1.1 \"Door\" has the meaning it has in ISO 9999; and \"Gate\" has the meaning given in the Doors Act 1989.\n1.2 Shut the "
                "Door, the Gate and the Cat Flap.\n") == Lines{"1.2: Cat Flap"});
  CHECK(undefined("1. Duties\n1.1 The Observer shall give an Access Notice.\n1.2 Stop.\n") ==
        Lines{});  // nothing is defined: capitals are only capitals
}

TEST_CASE("Where the glossary was not read the document says so once", "[check]") {
  const std::string project =
      "project: T\ncodes:\n  - {id: XBSC, name: X Balancing and Settlement Code}\ndocuments:\n  - {path: w.txt, id: Section W, code: XBSC, profile: "
      "bsc-section}\n";
  const std::string section =
      "SECTION W: WEATHER\n1. GENERAL\n1.1 Scope\n1.1.1 A \"Field Agent\" means a person.\n1.1.2 A Field Agent shall give an Access Notice.\n";
  const auto alone = linted({{"dovetail.yaml", project}, {"w.txt", section}});
  CHECK(said_by(alone, "term.undefined") == Lines{});
  REQUIRE(said_by(alone, "input.blocked").size() == 1);
  const auto note = std::find_if(alone.findings.begin(), alone.findings.end(), [](const Finding& f) { return f.rule == "input.blocked"; });
  CHECK(note->severity == Severity::note);
  CHECK(note->message.find("term.undefined did not run: Section W: its terms come from") != std::string::npos);

  const std::string glossaries =
      "  - {path: x1.txt, id: Annex X-1, code: XBSC, profile: bsc-annex}\n  - {path: x2.txt, id: Annex X-2, code: XBSC, profile: bsc-annex}\n";
  const auto loaded = linted({{"dovetail.yaml", project + glossaries},
                              {"w.txt", section},
                              {"x1.txt", "ANNEX X-1: GLOSSARY\n1. GENERAL\n\"Inspection Visit\": means a visit;\n"},
                              {"x2.txt", "ANNEX X-2: GLOSSARY\n1. GENERAL\n\"Loss Factor\": means a factor;\n"}});
  CHECK(said_by(loaded, "term.undefined") == Lines{"1.1.2: Access Notice"});

  const std::string unreadable = "  - {path: x1.docx, id: Annex X-1, code: XBSC, profile: bsc-annex, baseline: x1.txt}\n";
  const auto broken = linted({{"dovetail.yaml", project + unreadable},
                              {"w.txt", section},
                              {"x1.docx", "no package"},
                              {"x1.txt", "ANNEX X-1: GLOSSARY\n1. GENERAL\n\"Inspection Visit\": means a visit;\n"}});
  CHECK(said_by(broken, "term.undefined") == Lines{});  // the baseline of a glossary is not the glossary
  CHECK(said_by(loaded, "input.blocked") == Lines{});
}

TEST_CASE("Where a profile says where terms come from it is matched whole, in the document's own code", "[check]") {
  const std::string project =
      "project: T\ncodes:\n  - {id: XCUSC, name: X Connection and Use of System Code}\n  - {id: XREC, name: X Retail Energy Code}\ndocuments:\n  - "
      "{path: five.txt, id: XCUSC Section 5, code: XCUSC, profile: cusc}\n";
  const std::string five = "CUSC - SECTION 5\n5.1 SCOPE\n5.1.1 A \"Field Agent\" means a person.\n5.1.2 A Field Agent shall give an Access Notice.\n";
  const std::string eleven = "CUSC - SECTION 11\n11.1 TERMS\n11.1.1 \"Inspection Visit\" means a visit.\n";
  const auto entry = [](const std::string& id, const std::string& code) {
    return "  - {path: other.txt, id: " + id + ", code: " + code + ", profile: cusc}\n";
  };
  const auto blocked = [&](const std::string& id, const std::string& code) {
    return said_by(linted({{"dovetail.yaml", project + entry(id, code)}, {"five.txt", five}, {"other.txt", eleven}}), "input.blocked").size();
  };
  CHECK(blocked("XCUSC Section 11", "XCUSC") == 0);
  CHECK(blocked("Section 11", "XCUSC") == 0);
  CHECK(blocked("Section 111", "XCUSC") > 0);
  CHECK(blocked("Section 11", "XREC") > 0);
}

TEST_CASE("A pointer to a number is broken in a glossary that numbers nothing", "[check]") {
  const auto broken = [](const std::string& pointer) {
    return said_by(
        linted(
            {{"dovetail.yaml",
              "project: T\ncodes:\n  - {id: XBSC}\ndocuments:\n  - {path: g.txt, id: Annex X-1, code: XBSC, profile: bsc-annex, glossary: code}\n"},
             {"g.txt",
              "ANNEX X-1: GENERAL GLOSSARY\n\"Gate\": means a door;\n\"Key\": means what opens a Gate;\n\"Lock\": means what a Key opens;\n"
              "\"Bolt\": has the meaning given to that term in " +
                  pointer + ";\n"}}),
        "term.pointer-broken");
  };
  CHECK(broken("paragraph 98.7") == Lines{"\"Bolt\": Bolt\": has the meaning given to that term in paragraph 98.7;"});
  CHECK(broken("paragraph 98.7 of Section W") == Lines{});
  CHECK(broken("Section W3.2") == Lines{});
  CHECK(broken("paragraph 3 of the Gates Act 1989") == Lines{});
}
