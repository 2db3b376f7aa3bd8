// From lines to provisions: what code-text.md section 2 lists, each as a few lines of marked text.
#include <catch2/catch.hpp>

#include "outlined.h"

using namespace dovetail;

namespace {

using Lines = std::vector<std::string>;

Profile profile_with(std::vector<Division> divisions) {
  Profile profile;
  profile.divisions = std::move(divisions);
  return profile;
}

const Division schedule{"Schedule", "[0-9]+[A-Z]?", true, true, false}, annex{"Annex", "[A-Z]-[0-9]+", true, false, false},
    appendix{"Appendix", "[0-9]+|[A-Z]", true, false, false}, part{"Part", "[A-Z]|[0-9]+", false, false, false};

/// Gives the paragraph that begins with `words` a computed number.
void number(Document& document, std::string_view words, const std::string& number, std::int32_t list, std::int8_t level) {
  for (auto& paragraph : document.paragraphs) {
    if (!slice(document.text, paragraph.span).starts_with(words)) continue;
    ParagraphFormat format;
    format.list = list;
    format.list_level = level;
    const auto id = document.paragraph_formats.add(std::move(format));
    paragraph.format = {id, id};
    paragraph.number = {number, number};
    return;
  }
  FAIL("no paragraph begins with " << words);
}

}  // namespace

TEST_CASE("decimals, items and headings", "[compile][outline]") {
  const auto o = outlined(
      "1. GENERAL\n1.1 Purpose\n1.1.1 The Supplier shall:\n(a) read the Meter:\n(i) on time; and\n(ii) in person; and\n(b) tell the Agent.\n1.1.2 "
      "Nothing follows.\n");
  CHECK(provisions(o) == Lines{"1 GENERAL", "1.1 Purpose", "1.1.1", "1.1.1(a)", "1.1.1(a)(i)", "1.1.1(a)(ii)", "1.1.1(b)", "1.1.2"});
}

TEST_CASE("words after a list belong to what the list stands in", "[compile][outline]") {
  const auto o = outlined("1.1 The Party shall:\n(a) pay; or\n(b) object,\nwithin the time allowed, and shall then:\n(a) wait; and\n(b) leave.\n");
  CHECK(provisions(o) == Lines{"1.1", "1.1(a)", "1.1(b)", "1.1(a)", "1.1(b)"});
  const auto& p = o.unit.provisions;
  CHECK(p[Id<Provision>(1)].list[1] == p[Id<Provision>(2)].list[1]);
  CHECK(p[Id<Provision>(1)].list[1] != p[Id<Provision>(3)].list[1]);
  CHECK(p[Id<Provision>(2)].last_line[1] == 3);
}

TEST_CASE("an item on the line of its number", "[compile][outline]") {
  CHECK(provisions(outlined("3.2 (a) The first.\n(b) The second.\n3.3 (a) Another.\n(b) And one.\n")) ==
        Lines{"3.2", "3.2(a)", "3.2(b)", "3.3", "3.3(a)", "3.3(b)"});
  CHECK(provisions(outlined("1.\xE2\x80\x94(1) The first.\n(2) The second.\n2.\t\xE2\x80\x94(1) Another.\n(2) And one.\n")) ==
        Lines{"1", "1(1)", "1(2)", "2", "2(1)", "2(2)"});
  // What a sentence speaks of is no item.
  CHECK(provisions(outlined("3.2 (a) and (b) above do not apply.\n3.3 (b) is not met here.\n")) == Lines{"3.2", "3.3"});
}

TEST_CASE("inserted numbers", "[compile][outline]") {
  CHECK(provisions(outlined("1.2 Scope\n1.2.1 The first.\n1.2.1A Put in.\n1.2.1B Put in too.\n1.2.2 The second.\n(a) one;\n(aa) put in;\n(b) "
                            "two.\n1.2A Put In\n1.3 Next\n")) ==
        Lines{"1.2 Scope", "1.2.1", "1.2.1A", "1.2.1B", "1.2.2", "1.2.2(a)", "1.2.2(aa)", "1.2.2(b)", "1.2A Put In", "1.3 Next"});
  CHECK(provisions(outlined("1. One\n2. Two\n2A. Put In\n3. Three\n")) == Lines{"1 One", "2 Two", "2A Put In", "3 Three"});
}

TEST_CASE("spellings of not used", "[compile][outline]") {
  const auto line =
      GENERATE("1.2 Not used", "1.2 Not Used.", "1.2 [Not used]", "1.2 \xE2\x80\x93 Not Used.", "1.2 [Not presently used]", "1.2 [No longer used]",
               "1.2 NOT USED", "1.2\tIntentionally left blank", "1.2 (Not used)", "1.2 not used; and", "1.2 Deleted");
  CAPTURE(line);
  const auto o = outlined("1. One\n1.1 The first is.\n" + std::string(line) + "\n1.3 The third is.\n");
  REQUIRE(o.unit.provisions.size() == 4);
  CHECK(o.unit.provisions[Id<Provision>(2)].not_used[1]);
  CHECK_FALSE(o.unit.provisions[Id<Provision>(1)].not_used[1]);
}

TEST_CASE("numbers in use, however they begin", "[compile][outline]") {
  const auto o = outlined("1.1 [No heading]\n1.2 Not used meters are removed.\n(h) not used;\n(i) not used;\n(j) the last.\n");
  CHECK(provisions(o) == Lines{"1.1 [No heading]", "1.2", "1.2(h) (not used)", "1.2(i) (not used)", "1.2(j)"});
}

TEST_CASE("statements before the body are not its numbers", "[compile][outline]") {
  const auto o = outlined(
      "AMENDMENT RECORD\n1. Reference is made to the Code.\n2. This is Procedure 901, Version 2.0.\n3. It is effective from 1 May 2026.\n4. It was "
      "approved.\n"
      "1 Introduction\n1.1 Purpose\n1.1.1 This Procedure says.\n2 Definitions\n");
  CHECK(provisions(o) == Lines{"1 Introduction", "1.1 Purpose", "1.1.1", "2 Definitions"});
}

TEST_CASE("contents pages are not the text", "[compile][outline]") {
  const std::string body = "1 Introduction\n1.1 Purpose and Scope\nWords.\n1.2 Main Users\nWords.\n2 Definitions\nWords.\n";
  const Lines wanted{"1 Introduction", "1.1 Purpose and Scope", "1.2 Main Users", "2 Definitions"};
  const auto contents = GENERATE("", "1 Introduction ........ 3\n1.1 Purpose and Scope ..... 3\n1.2 Main Users .... 4\n2 Definitions ..... 12\n",
                                 "1\tIntroduction\t3\n1.1\tPurpose and Scope\t3\n1.2\tMain Users\t4\n2\tDefinitions\t12\n",
                                 "1 Introduction\n1.1 Purpose and Scope\n1.2 Main Users\n2 Definitions\n",
                                 "Contents\nIntroduction\nPurpose and Scope\nMain Users\nDefinitions\nIntroduction\n");
  CAPTURE(contents);
  CHECK(provisions(outlined(contents + body)) == wanted);
}

TEST_CASE("a contents page of one line, and a Part behind the contents", "[compile][outline]") {
  CHECK(provisions(outlined("CONTENTS\n1 Introduction\n1 Introduction\n1.1 The Panel meets.\n")) == Lines{"1 Introduction", "1.1"});
  const auto parts = profile_with({{"Part", "[A-Z]", false, false, false}});
  const std::string text =
      "Contents\n1 Permits\n2 Materials\nPART A \xE2\x80\x93 REPORTS\n1 Permits\n1.1 The Panel meets.\n2 Materials\n2.1 It rests.\n";
  CHECK(provisions(outlined(text, parts)) == Lines{"Part A REPORTS", "1 Permits", "1.1", "2 Materials", "2.1"});
}

TEST_CASE("a title page that is repeated behind the contents", "[compile][outline]") {
  const auto profile = profile_with({{"Section", "[0-9]+", false, false, false}, {"Part", "[IVX]+", false, false, false}});
  const std::string text =
      "CODE - SECTION 3\nUSE OF SYSTEM\nCONTENTS\nPART I - GENERAL\n3.1\tIntroduction\nPART II - CHARGING\n3.2\tUse of System Charges\n3.3\tData\n"
      "CODE - SECTION 3\nUSE OF SYSTEM\nPART I - GENERAL\n3.1\tINTRODUCTION\n3.1.1\tThe Panel meets.\nPART II - USE OF SYSTEM CHARGES\n"
      "3.2\tUSE OF SYSTEM CHARGES\n3.2.1\tIt rests.\n3.3\tDATA\n3.3.1\tIt sends data.\n";
  const auto all = provisions(outlined(text, profile));
  CHECK(std::count(all.begin(), all.end(), "3.3 DATA") == 1);
  CHECK(std::none_of(all.begin(), all.end(), [](const std::string& line) { return line == "3.1 Introduction" || line == "3.3 Data"; }));
}

TEST_CASE("two numbered lines that come again are a repetition, not contents", "[compile][outline]") {
  CHECK(provisions(outlined("1 General\n1.1 Fees\nWords here.\n1.2 Costs\nWords here.\n1.1 Fees\nWords here.\n")) ==
        Lines{"1 General", "1.1 Fees", "1.2 Costs", "1.1 Fees"});
}

TEST_CASE("rows of an amendment table are no provisions", "[compile][outline]") {
  CHECK(provisions(outlined("| Version | Date | Description |\n| 1.0 | 1 May 2026 | First issue. |\n| 2.0 | 2 May 2026 | Second issue. |\n1 "
                            "Introduction\n1.1 Purpose\n")) == Lines{"1 Introduction", "1.1 Purpose"});
}

TEST_CASE("rows of an amendment table that has become lines are no provisions", "[compile][outline]") {
  CHECK(provisions(outlined(
            "Version\tDate\tDescription of Changes\n0.1\tN/A\tInitial draft that\nis long\n1.0\t1 May 2026\tFirst issue\n1.2\t01/06/26\tCP12\n1 "
            "Introduction\n1.1 Purpose\n1.2 5 days\n")) == Lines{"1 Introduction", "1.1 Purpose", "1.2"});
  // Without the header such lines are text.
  CHECK(provisions(outlined("Limits\n1.1\t5 May 2026\n1.2\t6 May 2026\n")) == Lines{"1.1", "1.2"});
}

TEST_CASE("divisions begin numbering again or go on", "[compile][outline]") {
  const auto o = outlined(
      "1 One\n1.1 The first is.\nPART A \xE2\x80\x93 FIRST\n2 Two\n2.1 It is.\nAppendix 1 \xE2\x80\x93 Forms\n1 One Again\n1.1 It is.\nAppendix "
      "2\nMore Forms\n1 Thrice\n",
      profile_with({part, appendix}));
  CHECK(provisions(o) ==
        Lines{"1 One", "1.1", "Part A FIRST", "2 Two", "2.1", "Appendix 1 Forms", "1 One Again", "1.1", "Appendix 2 More Forms", "1 Thrice"});
  const auto scope = [&](std::uint32_t i) {
    const auto id = o.unit.provisions[Id<Provision>(i)].scope[1];
    return id ? o.unit.provisions[id].label[1] : std::string();
  };
  CHECK(scope(1).empty());
  CHECK(scope(4).empty());  // numbers go on through Parts
  CHECK(scope(7) == "Appendix 1");
  CHECK(scope(9) == "Appendix 2");
}

TEST_CASE("a division's title that is repeated is one division", "[compile][outline]") {
  CHECK(provisions(outlined("ANNEX S-2: READINGS\nANNEX S-2: READINGS\n1. Scope\n1.1 It is.\n", profile_with({annex}))) ==
        Lines{"Annex S-2 READINGS", "1 Scope", "1.1"});
}

TEST_CASE("sentences that begin with a division's name are none", "[compile][outline]") {
  CHECK(provisions(outlined("1 One\n1.1 It is.\nSchedule 4 applies to every Party that the Panel names in its notice.\nAnnex S-2 (as amended) is to "
                            "be read so.\nSchedule of charges\n",
                            profile_with({schedule, annex}))) == Lines{"1 One", "1.1"});
}

TEST_CASE("the only schedule has no number", "[compile][outline]") {
  CHECK(provisions(outlined("1. It is.\nSCHEDULE\tRegulation 2(7)\nFORMS\n1. It is so.\n", profile_with({schedule}))) ==
        Lines{"1", "Schedule FORMS", "1"});
}

TEST_CASE("quantities at the start of a line are no numbers", "[compile][outline]") {
  const auto line = GENERATE("28 months after the notice, the Party shall pay.", "2 Working Days is enough.", "2024 was the first year.",
                             "14 days' notice is given.", "1.5 times the charge;", "30 June 2022 is the date.", "100 kW or more");
  CAPTURE(line);
  CHECK(provisions(outlined("1 One\n1.1 The time is:\n" + std::string(line) + "\n1.2 The next is.\n")) == Lines{"1 One", "1.1", "1.2"});
}

TEST_CASE("letters and section numbers in front", "[compile][outline]") {
  CHECK(provisions(outlined("A1\tDEFINITIONS\nA1.1\tIn this Code:\n(a)\tone; and\n(b)\ttwo.\nA1.2\tMore.\nA2\tINTERPRETATION\n")) ==
        Lines{"A1 DEFINITIONS", "A1.1", "A1.1(a)", "A1.1(b)", "A1.2", "A2 INTERPRETATION"});
  CHECK(provisions(outlined("3.1 Introduction\n3.1.1 It is.\n3.2 Charges\n3.2.1 They are.\n3.2.2 More.\n")) ==
        Lines{"3.1 Introduction", "3.1.1", "3.2 Charges", "3.2.1", "3.2.2"});
}

TEST_CASE("automatic numbers, and lists of their own below a paragraph", "[compile][outline]") {
  Outlined o;
  read_marked_text("Introduction\nThe Party shall do this:\nfirst thing;\nsecond thing.\nThe Agent shall not.\nIn the end\n", o.document, Limits());
  number(o.document, "Introduction", "1.", 1, 0);
  number(o.document, "The Party", "1.1", 1, 1);
  number(o.document, "first", "1.", 2, 0);
  number(o.document, "second", "2.", 2, 0);
  number(o.document, "The Agent", "1.2", 1, 1);
  number(o.document, "In the end", "2.", 1, 0);
  outline_into(o, {});
  CHECK(provisions(o) == Lines{"1 Introduction", "1.1", "1.1(1)", "1.1(2)", "1.2", "2 In the end"});
}

TEST_CASE("typed and automatic numbers mixed", "[compile][outline]") {
  Outlined o;
  read_marked_text("Introduction\n1.1 The Party shall:\npay; and\n(b) go.\n1.2\tIt is.\nEnd\n", o.document, Limits());
  number(o.document, "Introduction", "1", 1, 0);
  number(o.document, "pay", "(a)", 2, 0);
  number(o.document, "End", "2", 1, 0);
  outline_into(o, {});
  CHECK(provisions(o) == Lines{"1 Introduction", "1.1", "1.1(a)", "1.1(b)", "1.2", "2 End"});
}

TEST_CASE("a view has the numbers that its own paragraphs have", "[compile][outline]") {
  Outlined o;
  read_marked_text("Scope\n{++Put in\n++}Fees\n", o.document, Limits());
  number(o.document, "Scope", "1", 1, 0);
  number(o.document, "Put in", "2", 1, 0);
  number(o.document, "Fees", "3", 1, 0);
  for (auto& paragraph : o.document.paragraphs)
    if (paragraph.number[1] == "3") paragraph.number[0] = "2";
  outline_into(o, {});
  CHECK(provisions(o, View::baseline) == Lines{"1 Scope", "2 Fees"});
  CHECK(provisions(o, View::proposed) == Lines{"1 Scope", "2 Put in", "3 Fees"});
  CHECK(o.unit.provisions.size() == 3);
}

TEST_CASE("deleted and joined paragraphs", "[compile][outline]") {
  const auto o = outlined("1.1 The first is.\n{--1.2 The second is.\n--}1.3 The third{-- is.\n1.4 The fourth--} is.\n");
  CHECK(provisions(o, View::baseline) == Lines{"1.1", "1.2", "1.3", "1.4"});
  CHECK(provisions(o, View::proposed) == Lines{"1.1", "1.3"});
}

TEST_CASE("a quotation has numbers of its own", "[compile][outline]") {
  const auto o = outlined(
      "1.1 After paragraph (2) insert\xE2\x80\x94\n\xE2\x80\x9C(2A) The Party\xE2\x80\x94\n(a) shall pay; or\n(b) shall go.\n(2B) It "
      "may.\xE2\x80\x9D.\n1.2 In paragraph 4 substitute:\n"
      "\"4. Words.\"\n1.3 The following apply:\n\"Agent\" means a Party;\n\"2024 Act\" means an Act.\n1.4 End.\n");
  CHECK(provisions(o) == Lines{"1.1", "1.1 \"(2A)\"", "1.1 \"(2A)(a)\"", "1.1 \"(2A)(b)\"", "1.1 \"(2B)\"", "1.2", "1.2 \"4\"", "1.3", "\"Agent\"",
                               "\"2024 Act\"", "1.4"});
  CHECK(o.unit.provisions[Id<Provision>(1)].quoted);
  CHECK_FALSE(o.unit.provisions[Id<Provision>(5)].quoted);
  // A mark that is never closed quotes nothing.
  CHECK(provisions(outlined("1.1 Insert:\n\"(a) one;\n(b) two.\n1.2 End.\n")).back() == "1.2");
}

TEST_CASE("headings on the line above, where the profile says so", "[compile][outline]") {
  const std::string text =
      "Citation and commencement\n1. This Order may be cited so.\nInterpretation\n2.\xE2\x80\x94(1) In this Order, it is so.\n(2) It is.\n";
  Profile profile;
  CHECK(provisions(outlined(text, profile)) == Lines{"1", "2", "2(1)", "2(2)"});
  profile.headings = {"above"};
  CHECK(provisions(outlined(text, profile)) == Lines{"1 Citation and commencement", "2 Interpretation", "2(1)", "2(2)"});
}

TEST_CASE("a table that only lays out numbered text", "[compile][outline]") {
  CHECK(provisions(outlined("| 1.1 | The Supplier shall read. |\n| 1.2 | The Supplier shall:<br>(a) wait; and<br>(b) leave. |\n|  | And so on. |\n| "
                            "1.3 | Not used |\n")) == Lines{"1.1", "1.2", "1.2(a)", "1.2(b)", "1.3 Not used (not used)"});
  CHECK(provisions(outlined("1 General\n| 1.1 | (a) | The Supplier shall read. |\n|  | (b) | The Supplier shall wait. |\n| 1.2 | | It is. |\n")) ==
        Lines{"1 General", "1.1", "1.1(a)", "1.1(b)", "1.2"});
}

TEST_CASE("other tables are no text", "[compile][outline]") {
  const auto table = GENERATE("| 1 | Supplier |\n| 2 | Agent |\n| 3 | Operator |\n", "| 1.1 | 2.5 |\n| 1.2 | 3.5 |\n| 1.3 | 4.5 |\n",
                              "| No. | Text |\n| 1.1 | A sentence is here. |\n",
                              "| 1.1 | Supplier shall. | Agent shall. |\n| 1.2 | One is. | Two are. |\n", "| (a) | Yes |\n| (b) | No |\n");
  CAPTURE(table);
  CHECK(provisions(outlined(table)).empty());
}

TEST_CASE("an explanatory note at the end is not the text", "[compile][outline]") {
  const auto o = outlined(
      "1. It is.\n2. It is so.\nEXPLANATORY NOTE\n(This note is not part of the Order)\nSection 12 is brought into force:\n(a) in part; and\n(b) "
      "later.\n");
  CHECK(provisions(o) == Lines{"1", "2"});
  CHECK(o.unit.body_end[1] == 3);
  // A note in front of the text is not its end.
  CHECK(provisions(outlined("NOTE\n(This note is not part of the Order)\n1. It is.\n2. It is so.\n")) == Lines{"1", "2"});
}

TEST_CASE("two automatic lists are two lists, and a bullet is no number", "[compile][outline]") {
  Outlined o;
  read_marked_text("1 One\n1.1 It is:\nfirst;\nother first;\n(1) bulleted\n1.2 It is.\n", o.document, Limits());
  number(o.document, "first", "1.", 2, 0);
  number(o.document, "other first", "1.", 3, 0);
  number(o.document, "(1) bulleted", "\xE2\x80\xA2", 4, 0);
  for (auto& format : o.document.paragraph_formats)
    if (format.list == 4) format.bullet = true;
  outline_into(o, {});
  CHECK(provisions(o) == Lines{"1 One", "1.1", "1.1(1)", "1.1(1)", "1.2"});
  CHECK(o.unit.provisions[Id<Provision>(2)].list[1] != o.unit.provisions[Id<Provision>(3)].list[1]);
}

TEST_CASE("numbers with the initials of a part in front", "[compile][outline]") {
  CHECK(provisions(outlined(
            "CC.1 INTRODUCTION\nCC.1.1 The conditions apply.\nCC.1.2 A User:\n(a) reads; and\n(b) writes.\nCC.A.1 FORMS\nCC.A.1.1 A form.\n")) ==
        Lines{"CC.1 INTRODUCTION", "CC.1.1", "CC.1.2", "CC.1.2(a)", "CC.1.2(b)", "CC.A.1 FORMS", "CC.A.1.1"});
}

TEST_CASE("a word in front of every number", "[compile][outline]") {
  CHECK(provisions(outlined("Section 1.01 Definitions. Words have their meaning.\nSection 1.02 Law. English law applies.\nSection 2.01 Services. "
                            "They are given:\n(a) at "
                            "once; and\n(b) under Section 1.01.\n")) == Lines{"1.01", "1.02", "2.01", "2.01(a)", "2.01(b)"});
  // A sentence that begins so in a text with numbers of its own is no provision.
  CHECK(provisions(outlined("1.1 The Party pays.\nSection 3.2 Charges are paid too.\n1.2 The Party may leave.\n")) == Lines{"1.1", "1.2"});
}

TEST_CASE("a heading that leaves the letter of its numbers out", "[compile][outline]") {
  const auto o = outlined("1 GENERAL\nD1.1 The first.\nD1.2 The second.\n2 SPECIAL\nD2.1 The third.\n");
  CHECK(provisions(o) == Lines{"1 GENERAL", "D1.1", "D1.2", "2 SPECIAL", "D2.1"});
  CHECK(o.unit.provisions[Id<Provision>(4)].parent[1] == Id<Provision>(3));
}

TEST_CASE("two Parts side by side that begin at 1 begin again where no profile says so", "[compile][outline]") {
  const std::string again = "PART A\n1. FIRST\n1.1 A sentence.\nPART B\n1. SECOND\n1.1 Another.\n",
                    on = "PART A\n1. FIRST\n1.1 A sentence.\nPART B\n2. SECOND\n2.1 Another.\n";
  auto profile = profile_with({part});
  CHECK(outlined(again, profile).unit.provisions[Id<Provision>(5)].scope[1] == Id<Provision>(3));
  CHECK_FALSE(outlined(on, profile).unit.provisions[Id<Provision>(5)].scope[1]);
  profile.ids = {"KNOWN"};
  CHECK_FALSE(outlined(again, profile).unit.provisions[Id<Provision>(5)].scope[1]);
}

TEST_CASE("lone figures may count a list inside a number", "[compile][outline]") {
  const std::string start = "1. SCOPE\n1.1 Words.\n2. DUTIES\n2.1 The agent shall, in this order:\n1. read the meter;\n2. Send the reading; and\n";
  CHECK(provisions(outlined(start + "2.2 Words.\n3. PAY\n")) == Lines{"1 SCOPE", "1.1", "2 DUTIES", "2.1", "2.1(1)", "2.1(2)", "2.2", "3 PAY"});
  // The list comes to the number of the next chapter: what stands below a figure says which it is.
  CHECK(provisions(outlined(start + "3. Keep a copy.\n2.2 Words.\n")) ==
        Lines{"1 SCOPE", "1.1", "2 DUTIES", "2.1", "2.1(1)", "2.1(2)", "2.1(3)", "2.2"});
  CHECK(provisions(outlined(start + "3. PAY\n3.1 Words.\n")) == Lines{"1 SCOPE", "1.1", "2 DUTIES", "2.1", "2.1(1)", "2.1(2)", "3 PAY", "3.1"});
  // No numbers of the text stand behind them: they begin another.
  CHECK(provisions(outlined("1. SCOPE\n1.1 The form is as follows:\n1. The applicant applies.\n2. The fee is paid.\n2.1 In cash.\n")) ==
        Lines{"1 SCOPE", "1.1", "1", "2", "2.1"});
}

TEST_CASE("an extract begins with any chapter that counts on below", "[compile][outline]") {
  CHECK(provisions(outlined("35. BILLING\n35.1 Words.\n35.2 Words.\n36. PAYMENT\n36.1 Words.\n")) ==
        Lines{"35 BILLING", "35.1", "35.2", "36 PAYMENT", "36.1"});
  CHECK(provisions(outlined("35. People came.\n1. SCOPE\n1.1 Words.\n")) == Lines{"1 SCOPE", "1.1"});
}
