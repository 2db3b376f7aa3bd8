// What becomes of references: each outcome, in both views, through scopes, divisions, other documents and other codes.
#include <catch2/catch.hpp>

#include "help/linted.h"

using namespace dovetail;
using help::linted;
using help::outcomes;
using Lines = std::vector<std::string>;

namespace {

/// The document of a text from standard input has no id of its own.
Lines of_text(const std::string& text, const std::string& profile, View view = View::proposed) {
  const auto review = linted(text, profile);
  return outcomes(review, review.units[Id<Unit>(0)].id, view);
}

const std::string section =
    "SECTION W: WEATHER\n1. GENERAL\n1.1 Introduction\n1.1.1 The provider shall:\n(a) measure; and\n(b) report:\n(i) rain; and\n(ii) wind.\n"
    "1.1.2 Not used.\n1.1.3 The provider (a) may charge, and (b) may stop.\n2. CHARGES\n2.1 Amount\n2.1.1 The charge is one pound.\n3. Not used\n";

}  // namespace

TEST_CASE("Numbers, items and ranges of a document's own", "[link]") {
  const auto cite = [](const std::string& words) { return of_text(section + "4. LAST\n4.1 Cites\n4.1.1 See " + words + ".\n", "bsc-section"); };
  CHECK(cite("paragraph 1.1.1") == Lines{"paragraph 1.1.1: resolved 1.1.1"});
  CHECK(cite("paragraph 1.1.1(b)(ii)") == Lines{"paragraph 1.1.1(b)(ii): resolved 1.1.1(b)(ii)"});
  CHECK(cite("paragraph 1.1.1(c)") == Lines{"paragraph 1.1.1(c): missing"});
  CHECK(cite("paragraph 1.1.1(b)(iv)") == Lines{"paragraph 1.1.1(b)(iv): missing"});
  CHECK(cite("paragraph 1.1.3(b)") == Lines{"paragraph 1.1.3(b): resolved"});
  CHECK(cite("paragraph 1.1.2") == Lines{"paragraph 1.1.2: not_used 1.1.2"});
  CHECK(cite("paragraph 3") == Lines{"paragraph 3: not_used 3"});
  CHECK(cite("paragraph 9") == Lines{"paragraph 9: missing"});
  CHECK(cite("paragraphs 1.1 to 2.1 (inclusive)") == Lines{"paragraphs 1.1 to 2.1: resolved 1.1"});
  CHECK(cite("paragraphs 1.1.1 to 1.1.3") == Lines{"paragraphs 1.1.1 to 1.1.3: resolved 1.1.1"});
  CHECK(cite("paragraphs 1.1 to 2.6") == Lines{"paragraphs 1.1 to 2.6: missing"});
  CHECK(cite("paragraphs 1.1.1, 2 (other than 2.1) and 2.1.4") ==
        Lines{"paragraphs 1.1.1: resolved 1.1.1", "paragraph 2: resolved 2", "paragraph 2.1: resolved 2.1", "paragraph 2.1.4: missing"});
  CHECK(cite("Section W2.1.1 and W9.1 (see W1.1.2)").front() == "Section W2.1.1: resolved 2.1.1");
  CHECK(cite("Section W9.1") == Lines{"Section W9.1: missing"});
  CHECK(cite("Section K5.4") == Lines{"Section K5.4: not_loaded"});
  CHECK(cite("Annex W-4") == Lines{"Annex W-4: not_loaded"});
  CHECK(cite("section 21 of the Electricity Act 1989") == Lines{"section 21 of the Electricity Act 1989: external"});
  CHECK(cite("XBSCP999 section 12.4") == Lines{"XBSCP999 section 12.4: not_loaded"});
  CHECK(cite("Clause 88.1 of the XSEC") == Lines{"Clause 88.1 of the XSEC: not_loaded"});
  CHECK(cite("this Section W") == Lines{"Section W: resolved Section W"});
}

TEST_CASE("Relative references are looked for around the place they stand in", "[link]") {
  const std::string text =
      "1. GENERAL\n1.1 Duties\n1.1.1 The provider shall:\n(a) measure;\n(b) report what it measured under paragraph (a) above; and\n(c) act under "
      "sub-paragraph (b)(ii).\n1.1.2 Stop.\n1.1.3 Rest.\n";
  CHECK(of_text(text, "bsc-section") == Lines{"paragraph (a): resolved 1.1.1(a)", "sub-paragraph (b)(ii): unparsed"});
  const std::string sentence =
      "1. GENERAL\n1.1 Duties\n1.1.1 The provider shall (a) measure, (b) report and, when the report of paragraph (b) is sent, (c) rest.\n"
      "1.1.2 It shall act under paragraph (a), and the preceding paragraph applies.\n";
  CHECK(of_text(sentence, "bsc-section") == Lines{"paragraph (b): resolved", "paragraph (a): unparsed", "preceding paragraph: resolved 1.1.1"});
}

TEST_CASE("Each view has its own outcome", "[link]") {
  const std::string text =
      "1. GENERAL\n1.1 Duties of the provider.\n{--1.2 Charges are payable.--}\n1.3 See paragraph 1.2{++ and paragraph 1.4++}.\n{++1.4 New duties "
      "apply.++}\n1.5 {--Old duties.--}{++Not used.++}\n1.6 See paragraph 1.5.\n";
  CHECK(of_text(text, "generic", View::baseline) == Lines{"paragraph 1.2: resolved 1.2", "paragraph 1.5: resolved 1.5"});
  CHECK(of_text(text, "generic") == Lines{"paragraph 1.2: deleted", "paragraph 1.4: resolved 1.4", "paragraph 1.5: not_used 1.5"});
}

TEST_CASE("A number that the draft moved is looked for under its new number", "[link]") {
  const std::string text =
      "1. GENERAL\n1.1 First duty.\n{++1.2 New duty.++}\n{--1.2--}{++1.3++} Second duty.\n1.{--3--}{++4++} See paragraph {--1.2--}{++1.3++}.\n";
  CHECK(of_text(text, "generic", View::baseline) == Lines{"paragraph 1.2: resolved 1.2"});
  CHECK(of_text(text, "generic") == Lines{"paragraph 1.3: resolved 1.3"});
}

TEST_CASE("Divisions that begin again at 1 have their own numbers", "[link]") {
  const std::string text =
      "SCHEDULE 92\nWeather\nPART A – GENERAL\n1\tIntroduction\n1.1\tSee paragraph 2.1, paragraph 1.2 of Appendix 1, Appendix 2 and Part "
      "B.\n2\tDuties\n2.1\tThe operator shall act.\n"
      "PART B – CHARGES\n3\tCharges\n3.1\tSee paragraph 2.1 of Part A.\nAppendix 1 – Checks\n1\tFirst\n1.1\tSee paragraph 1.2, paragraph 3.1 of this "
      "Schedule and paragraph 7.\n1.2\tCheck.\n";
  CHECK(of_text(text, "rec-schedule") == Lines{"paragraph 2.1: resolved 2.1", "paragraph 1.2 of Appendix 1: resolved Appendix 1, 1.2",
                                               "Appendix 2: missing", "Part B: resolved Part B", "paragraph 2.1 of Part A: resolved 2.1",
                                               "paragraph 1.2: resolved Appendix 1, 1.2", "paragraph 3.1 of this Schedule: resolved 3.1",
                                               "paragraph 7: missing"});
}

TEST_CASE("What a named division that counts from 1 has not is missing, whatever others have", "[link]") {
  const std::string text =
      "1. HIRE\n1.1 See paragraph 2 of Schedule I, paragraph 2 of Schedule II and paragraph 1.1.\nSCHEDULE I\nTHE BOAT\n1. It floats.\n"
      "SCHEDULE II\nTHE RENT\n1. It is paid.\n2. It is small.\n";
  CHECK(of_text(text, "generic") ==
        Lines{"paragraph 2 of Schedule I: missing", "paragraph 2 of Schedule II: resolved 2", "paragraph 1.1: resolved 1.1"});
}

TEST_CASE("Words are shortened by a full stop", "[link]") {
  CHECK(of_text("1. GENERAL\n1.1 See cl. 1.2 and paras. 1.1 and 1.3.\n1.2 One.\n", "generic") ==
        Lines{"cl. 1.2: resolved 1.2", "paras. 1.1: resolved 1.1", "paragraph 1.3: missing"});
}

TEST_CASE("A procedure's Appendix 4.3 is its paragraph 4.3, and rows are cited as steps", "[link]") {
  const std::string text =
      "XBSC PROCEDURE\nWeather\nXBSCP904\n1 Introduction\n1.1 Scope\n1.1.1 See Appendix 4.1, Appendices 4.1 & 4.7, step 3.1.2, step 3.1.7 and "
      "section 3.\n2 Acronyms\n2.1 List\n2.1.1 There are none.\n3 Interface and Timetable Information\n3.1 Collection\n"
      "| REF. | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n| 3.1.1 | As required | Ask | Supplier | Agent | Day | Email |\n| 3.1.2 "
      "| Within 2 WD of 3.1.1 | Send | Agent | Supplier | Data | Email |\n"
      "4 Appendices\n4.1 Notes\n4.1.1 A note.\n";
  const auto found = of_text(text, "bscp");
  REQUIRE(found.size() >= 6);  // the title page cites nothing
  CHECK(found[0] == "Appendix 4.1: resolved 4.1");
  CHECK(found[2] == "appendix 4.7: missing");
  CHECK(found[3] == "step 3.1.2: resolved 3.1.2");
  CHECK(found[4] == "step 3.1.7: missing");
  CHECK(found[5] == "section 3: resolved 3");
}

TEST_CASE("Numbers that could not be read are not called missing", "[link]") {
  CHECK(of_text("Some words about weather.\nSee paragraph 4.2 for more.\n", "generic") == Lines{"paragraph 4.2: unparsed"});
}

TEST_CASE("Two provisions of one number are ambiguous", "[link]") {
  CHECK(of_text("1. GENERAL\n1.1 One.\n1.2 Two.\n1.2 Again.\n1.3 See paragraph 1.2.\n", "generic") == Lines{"paragraph 1.2: ambiguous 1.2"});
}

TEST_CASE("Other documents and other codes of a project", "[link]") {
  const auto review =
      linted({{"dovetail.yaml",
               "project: T\ncodes:\n  - {id: XBSC, name: X Balancing and Settlement Code, aliases: [the Code]}\n  - {id: XREC, name: X Retail Energy "
               "Code}\n  - {id: XSEC, name: X Smart Energy Code}\n"
               "documents:\n  - {path: k.txt, id: Section K, code: XBSC, profile: bsc-section}\n  - {path: w.txt, id: Section W, code: XBSC, "
               "profile: bsc-section}\n"
               "  - {path: m.txt, id: XREC Main Body, code: XREC, profile: rec-main}\n  - {path: s.txt, id: Schedule 92, code: XREC, profile: "
               "rec-schedule, title: Weather Adjustment}\n"
               "  - {path: x.txt, id: XBSCP900, code: XBSC, profile: bscp, role: retired}\n"},
              {"k.txt",
               "SECTION K: KEEPING\n1. GENERAL\n1.1 Scope\n1.1.1 See Section W1.1.1, Section W4.4, W1.1.1, paragraph 1.1 of Section W, Schedule 92 "
               "of the XREC, paragraph 2.1 of Schedule 92 of the XREC, "
               "paragraph 8.8 of XREC Schedule 92, Clause 3.1 of the XREC, XBSCP900 section 2, the XSEC and Clause 5.1 of the XSEC.\n1.1.2 Stop.\n"},
              {"w.txt", "SECTION W: WEATHER\n1. GENERAL\n1.1 Scope\n1.1.1 See paragraph 1.1.2 of the Code and Section K1.1.1.\n1.1.2 Stop.\n"},
              {"m.txt", "X RETAIL ENERGY CODE\n1\tInterpretation\n1.1\tTerms.\n2\tParties\n2.1\tParties.\n3\tLaw\n3.1\tLaw of England.\n"},
              {"s.txt",
               "SCHEDULE 92\nWeather Adjustment\n1\tIntroduction\n1.1\tSee clauses 2 (Parties) and 9 (Notices) of the main body, clause 3.1 of this "
               "Code, Clause 9 of the Code and paragraph 1.1 of the Weather "
               "Adjustment Schedule.\n2\tRest\n2.1\tRest.\n"}});
  CHECK(outcomes(review, "Section K") ==
        Lines{"Section W1.1.1: resolved Section W 1.1.1", "Section W4.4: missing", "section W1.1.1: resolved Section W 1.1.1",
              "paragraph 1.1 of Section W: resolved Section W 1.1", "Schedule 92 of the XREC: resolved",
              "paragraph 2.1 of Schedule 92 of the XREC: resolved Schedule 92 2.1", "paragraph 8.8 of XREC Schedule 92: missing",
              "Clause 3.1 of the XREC: resolved XREC Main Body 3.1", "XBSCP900 section 2: retired", "Clause 5.1 of the XSEC: not_loaded"});
  CHECK(outcomes(review, "Section W") == Lines{"paragraph 1.1.2 of the Code: resolved 1.1.2", "Section K1.1.1: resolved Section K 1.1.1"});
  CHECK(outcomes(review, "Schedule 92") == Lines{"clauses 2: resolved XREC Main Body 2", "clause 9 (Notices) of the main body: missing",
                                                 "clause 3.1 of this Code: resolved XREC Main Body 3.1", "Clause 9 of the Code: missing",
                                                 "paragraph 1.1 of the Weather Adjustment Schedule: resolved 1.1"});
}

TEST_CASE("Numbers of what is named before, or pointed back to, are not missed here", "[link]") {
  const auto cite = [](const std::string& words) {
    const auto all = of_text("SECTION V: REPORTING\n1. GENERAL\n1.1 Introduction\n1.1.1 " + words + "\n1.1.2 Words.\n", "bsc-section");
    return std::none_of(all.begin(), all.end(), [](const std::string& line) { return line.find(": missing") != std::string::npos; });
  };
  const auto words =
      GENERATE(as<std::string>(), "Comply with CUSC paragraph 6.5.1.", "Comply with CUSC Section 6, paragraph 6.5.1.",
               "The CUSC (and in particular paragraph 6.5.1) applies.", "See Grid Code paragraph 5.2.",
               "See Section H4.2.7 and paragraph 4.2.8 of that Section.", "Section H applies, except paragraphs 4.2.7 and 4.2.8 thereof.",
               "Condition 25A of the Electricity Supply Licence (paragraph 4 of which imposes duties) applies.",
               "See its Terms of Reference (paragraph 9.2).", "See XREC Schedule 14 (Metering), paragraph 8.1.",
               "See XBSCP950 'Supplier Registration', section 3.3.1.", "See the Metering Operations Schedule (paragraph 12.5).");
  CAPTURE(words);
  CHECK(cite(words));
  CHECK_FALSE(cite("In accordance with Section H, the Party shall comply with paragraph 9.4."));
  CHECK_FALSE(cite("Under the CUSC the Party shall send a notice under paragraph 9.4 to that Party."));
}

TEST_CASE("A code that counts through its Sections, and an agreement in parts", "[link]") {
  const std::string six =
      "CUSC - SECTION 6\nGENERAL\n6.1\tINTRODUCTION\n6.1.1\tSee Paragraph 2.2.2, Paragraph 2.2.9, Paragraph 6.1.9 and Paragraph 11.3.1.\n";
  CHECK(of_text(six, "cusc") ==
        Lines{"Paragraph 2.2.2: not_loaded", "Paragraph 2.2.9: not_loaded", "Paragraph 6.1.9: missing", "Paragraph 11.3.1: not_loaded"});
  CHECK(of_text("X DISTRIBUTION CONNECTION AND USE OF SYSTEM AGREEMENT\nSECTION 2B - RELATIONS\n35.\tCOMMENCEMENT\n35.1\tThis Clause 35 applies "
                "to each Company that has satisfied Clause 9.2 and this Section 2B.\n35.2\tSee Clause 35.7.\n",
                "dcusa") == Lines{"Clause 35: resolved 35", "Clause 9.2: not_loaded", "Section 2B: resolved Section 2B", "Clause 35.7: missing"});
  const auto review =
      linted({{"dovetail.yaml",
               "project: T\ncodes:\n  - {id: XCUSC, name: X Connection and Use of System Code}\n  - {id: XBSC, name: X Balancing and "
               "Settlement Code}\n  - {id: XDCUSA, name: X Distribution Connection and Use of System Agreement}\ndocuments:\n"
               "  - {path: two.txt, id: XCUSC Section 2, code: XCUSC, profile: cusc}\n"
               "  - {path: six.txt, id: XCUSC Section 6, code: XCUSC, profile: cusc}\n"
               "  - {path: r.txt, id: Section R, code: XBSC, profile: bsc-section}\n"
               "  - {path: d.txt, id: XDCUSA, code: XDCUSA, profile: dcusa}\n"
               "  - {path: s.txt, id: Schedule 92, code: XREC, profile: rec-schedule}\n"},
              {"two.txt", "CUSC - SECTION 2\nCONNECTION\n2.1\tINTRODUCTION\n2.1.1\tWords.\n2.2\tTERMS\n2.2.1\tWords.\n2.2.2\tWords.\n"},
              {"six.txt", six},
              {"r.txt", "SECTION R: READING\n1. GENERAL\n1.1 Scope\n1.1.1 Words.\n1.1.2 Words.\n"},
              {"d.txt", "X DISTRIBUTION CONNECTION AND USE OF SYSTEM AGREEMENT\n1.\tTERMS\n1.1\tWords.\n2.\tTERM\n2.1\tWords.\n"},
              {"s.txt",
               "SCHEDULE 92\nWeather\n1\tIntroduction\n1.1\tSee paragraph 1.1 of Section R of the XBSC, paragraph 9.1 of Section R of "
               "the XBSC, Section R, paragraph 9.4 of the XBSC, XDCUSA Clause 9.7, Clause 9.8 of the X Distribution Connection and Use of "
               "System Agreement, XBSC Section R1.1.9 and Paragraph 2.2.7 of the XCUSC.\n2\tRest\n2.1\tRest.\n"}});
  CHECK(outcomes(review, "XCUSC Section 6") == Lines{"Paragraph 2.2.2: resolved XCUSC Section 2 2.2.2", "Paragraph 2.2.9: missing",
                                                     "Paragraph 6.1.9: missing", "Paragraph 11.3.1: not_loaded"});
  CHECK(outcomes(review, "Schedule 92") == Lines{"paragraph 1.1 of Section R of the XBSC: resolved Section R 1.1",
                                                 "paragraph 9.1 of Section R of the XBSC: missing", "Section R, paragraph 9.4 of the XBSC: missing",
                                                 "XDCUSA Clause 9.7: missing",
                                                 "Clause 9.8 of the X Distribution Connection and Use of System Agreement: missing",
                                                 "XBSC Section R1.1.9: missing", "Paragraph 2.2.7 of the XCUSC: missing"});
}

TEST_CASE("Letters are part of every number where the code says so", "[link]") {
  const std::string text =
      "SECTION J – CHARGES\nJ1 PAYMENT\nJ1.1 See Section J1.2, Section J1.9, Section J2.1(b) and Section A1.1.\nJ1.2 Pay.\nJ2 DISPUTES\nJ2.1 A "
      "dispute is:\n(a) large; or\n(b) small.\n";
  CHECK(of_text(text, "sec") ==
        Lines{"Section J1.2: resolved J1.2", "Section J1.9: missing", "Section J2.1(b): resolved J2.1(b)", "Section A1.1: not_loaded"});
}

TEST_CASE("Sections of an agreement are parts, not inserted numbers", "[link]") {
  const std::string text =
      "X DISTRIBUTION CONNECTION AND USE OF SYSTEM AGREEMENT\nSECTION 1A – PRELIMINARY\n1. SCOPE\n1.1 See Section 2A, Clause 2.1, Clause 12 of this "
      "Agreement and paragraph 1.1 of Schedule 3.\n1.2 Stop.\n"
      "SECTION 2A – CHARGES\n2. PAYMENT\n2.1 Pay.\nSCHEDULE 3 – ESTIMATES\n1. Purpose\n1.1 See Clause 2.1 and paragraph 1.2.\n";
  CHECK(of_text(text, "dcusa") == Lines{"Section 2A: resolved Section 2A", "Clause 2.1: resolved 2.1", "Clause 12 of this Agreement: missing",
                                        "paragraph 1.1 of Schedule 3: resolved Schedule 3, 1.1", "Clause 2.1: resolved 2.1",
                                        "paragraph 1.2: resolved 1.2"});
}
