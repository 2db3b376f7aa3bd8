// Text that looks like a defect and is right: each case was once reported.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "help/linted.h"
#include "help/source.h"

namespace {

using Lines = std::vector<std::string>;

/// What a rule says of a section whose 1.1.1 is `words`.
Lines said(const std::string& rule, const std::string& words, const std::string& behind = {}, const std::string& profile = "bsc-section") {
  return help::said_by(help::linted("SECTION V: REPORTING\n1. GENERAL\n1.1 Introduction\n1.1.1 " + words + "\n" + behind, profile), rule);
}

}  // namespace

TEST_CASE("Two items put in behind one are in order", "[check]") {
  CHECK(said("structure.out-of-order", "The Panel shall:", "(a) act;\n(aa) act again;\n(ab) act a third time; or\n(b) not act.\n") == Lines{});
  CHECK(said("structure.out-of-order", "The Panel shall:", "(a) act;\n(c) act again;\n(b) act a third time; or\n(d) not act.\n").size() == 1);
}

TEST_CASE("Sections of one text that bear their letters in their numbers are counted each for itself", "[check]") {
  const std::string text =
      "SECTION A – FIRST\nA1 ONE\nA1.1 Words.\nA2 TWO\nA2.1 Words.\nSECTION B – SECOND\nB1 ONE\nB1.1 Words.\nB2 TWO\nB2.1 Words.\nB3 THREE\nB3.1 "
      "Words.\n";
  CHECK(help::said_by(help::linted(text, "sec"), "structure.out-of-order") == Lines{});
  const auto swapped = text.substr(0, text.find("B1 ONE")) + "B1 ONE\nB1.1 Words.\nB3 THREE\nB3.1 Words.\nB2 TWO\nB2.1 Words.\n";
  CHECK(help::said_by(help::linted(swapped, "sec"), "structure.out-of-order").size() == 1);
}

TEST_CASE("A heading that leaves the letter of its numbers out is not empty", "[check]") {
  CHECK(help::said_by(help::linted("SECTION D – DISPUTES\n1 GENERAL\nD1.1 Words.\n2 HEARING\nD2.1 Words.\n3 AWARD\nD3.1 Words.\n", "sec"),
                      "structure.empty") == Lines{});
  CHECK(help::said_by(help::linted("SECTION D – DISPUTES\n1 GENERAL\nD1.1 Words.\n2 HEARING\n3 AWARD\nD3.1 Words.\n", "sec"), "structure.empty")
            .size() == 1);
}

TEST_CASE("A table that sets numbers beside a text defines no numbers", "[check]") {
  const auto review = help::linted(
      "TERMS OF SUPPLY\n| 1. | DEFINITIONS |\n| 1.1 | In these terms words have their usual meaning. |\n| 2. | SUPPLY |\n| 2.1 | The seller shall "
      "supply under clause 1.1. |\n| 2.2 | The buyer shall pay under clause 1.9. |\n",
      "generic");
  CHECK(help::said_by(review, "term.unused-definition") == Lines{});
  CHECK(help::said_by(review, "reference.missing") == Lines{"2.2: clause 1.9"});
}

TEST_CASE("A range of numbers that are not used leaves no gap", "[check]") {
  CHECK(said("structure.gap", "Words.", "1.2 to 1.4 Not used.\n1.5 Duties\n1.5.1 Words.\n") == Lines{});
  CHECK(said("structure.gap", "Words.", "1.2 Not used.\n1.5 Duties\n1.5.1 Words.\n").size() == 1);
}

TEST_CASE("Chapters that are not used leave no gap, and the one behind them is read", "[check]") {
  const std::string text = "1. SCOPE\n1.1 Words.\n2. DUTIES\n2.1 Words.\n3 to 14. Not Used\n15. NOTICES\n15.1 See clause 15.2 and clause 15.\n";
  const auto review = help::linted(text, "generic");
  CHECK(help::said_by(review, "structure.gap") == Lines{});
  CHECK(help::said_by(review, "reference.missing") == Lines{"15.1: clause 15.2"});
  CHECK(help::said_by(help::linted("1. SCOPE\n1.1 Words.\n2. DUTIES\n2.1 Words.\n3. Not Used\n5. NOTICES\n5.1 Words.\n", "generic"), "structure.gap")
            .size() == 1);
}

TEST_CASE("Boxes to tick are no blanks", "[check]") {
  CHECK(said("change.residue", "Words.", "| Reason for request [tick one box]: | [ ] New [ ] Change |\n") == Lines{});
  CHECK(said("change.residue", "Words.", "[x] Expires after a year\n[ ] Continues until terminated\n") == Lines{});
  CHECK(said("change.residue", "The Supplier shall answer within [ ] Working Days and pay within [ ] Working Days.").size() == 2);
}

TEST_CASE("Placeholders in many forms", "[check]") {
  const auto words = GENERATE(as<std::string>(), "The fee is [TBA].", "Pay within XX Working Days.", "See paragraph X.X for more.",
                              "The <<insert name>> shall pay.", "Pay by ??? at the latest.", "Pay at once [Note: check with the Panel].");
  CAPTURE(words);
  CHECK(said("change.residue", words).size() == 1);
  CHECK(said("change.residue", "Form XX is used; see Note 1 [Note 1] and section XX of the Act.") == Lines{});
}

TEST_CASE("Labels inside a sentence close no bracket", "[check]") {
  CHECK(said("structure.unbalanced", "The Panel may act a) now; or b) later.") == Lines{});
  CHECK(said("structure.unbalanced", "The Panel may act now) or later.").size() == 1);
}

TEST_CASE("A bracket may close behind a label with one bracket", "[check]") {
  CHECK(said("structure.unbalanced", "The Panel may waive each of them (other than 7.1 c)) at any time.") == Lines{});
  CHECK(said("structure.unbalanced", "The Panel may waive 7.1 a) or b), as it may 7.1 c).") == Lines{});
  CHECK(said("structure.unbalanced", "The Panel may waive each of them (other than 7.1)) at any time.").size() == 1);
  CHECK(said("structure.unbalanced", "The Panel may waive all or one), as it sees fit.").size() == 1);
}

TEST_CASE("What an and at the end of a list joined is gone", "[check]") {
  const std::string lead = "The Panel shall publish a report that:";
  CHECK(said("structure.list-ending", lead, "(a) is clear; and\n(b) is short.\n1.1.2 Words.\n") == Lines{});
  CHECK(said("structure.list-ending", lead, "(a) is clear; and\n1.1.2 Words.\n") == Lines{"1.1.1(a): (a) is clear; and"});
  CHECK(said("structure.list-ending", lead, "(a) is clear;\n(b) is dated; and\n(c) is short; or\n1.1.2 Words.\n") ==
        Lines{"1.1.1(c): (c) is short; or"});
  CHECK(said("structure.list-ending", lead, "(a) is clear; and\nis short.\n1.1.2 Words.\n") == Lines{});
}

TEST_CASE("What is taken off joins the last item of a list as and does", "[check]") {
  const std::string lead = "The balance of a Party is:";
  CHECK(said("structure.list-ending", lead, "(a) what it owes; less\n(b) what it has paid.\n1.1.2 Words.\n") == Lines{});
  CHECK(said("structure.list-ending", lead, "(a) what it owes;\n(b) what it has paid.\n1.1.2 Words.\n").size() == 1);
}

TEST_CASE("An Annex may say that its numbers are those of its Section", "[check]") {
  const std::string annex = "ANNEX V-1: FORMS\n1. In this Annex V-1, unless otherwise stated, ";
  const std::string use = "\n2. The form is that of paragraph 1.1.1.\n3. No other form is used.\n";
  CHECK(said("reference.wrong-scope", "Words.", annex + "references to paragraphs are to paragraphs of Section V." + use) == Lines{});
  CHECK(said("reference.wrong-scope", "Words.", annex + "paragraphs of forms are called lines." + use).size() == 1);
}

TEST_CASE("A letter behind a roman number goes on with the letters in front of it", "[check][references]") {
  const std::string list = "(a) one;\n(b) both of:\n(i) two; and\n(ii) three;\n(c) four; and\n(d) five.\n1.1.2 ";
  CHECK(said("reference.missing", "These are:", list + "Paragraphs 1.1.1(a), (b)(ii) and (c), and paragraph 1.1.1(b)(i) or (d), apply.\n") ==
        Lines{});
  CHECK(said("reference.missing", "These are:", list + "Paragraphs 1.1.1(a), (b)(ii) and (iii) apply.\n") == Lines{"1.1.2: (iii)"});
}

TEST_CASE("An extract lacks what it does not show", "[check][references]") {
  const auto missing = [](const std::string& text, const std::string& profile) {
    return help::said_by(help::linted(text, profile), "reference.missing");
  };
  const std::string section = "SECTION V: REPORTING\n";
  const std::string shown = "3.1 Reports\n3.1.1 Subject to paragraph 5.1.2 and paragraph 1.3, paragraph 3.4 applies.\n3.1.2 Words.\n3.2 Copies\n";
  CHECK(missing(section + shown + "3.2.1 See paragraph 2.\n", "bsc-section") == Lines{});
  CHECK(missing(section + shown + "3.2.1 See paragraph 3.1.4.\n", "bsc-section") == Lines{"3.2.1: paragraph 3.1.4"});
  CHECK(missing(section + "1. FIRST\n1.1 One\n2. SECOND\n" + shown, "bsc-section").size() == 3);
  // A row that is shown whole lacks what comes behind its last.
  const std::string row = "31D.1 See paragraph 31D.2.\n31D.2 See paragraph 31D.7.\n31D.3 Words.\n31D.4 Words.\n31D.5 Words.\n31D.6 Words.\n";
  CHECK(missing("Condition 31D. Reports\n" + row, "generic") == Lines{"31D.2: paragraph 31D.7"});
  const auto dots = GENERATE(as<std::string>(), "...", "[\u2026]", "* * *", ". . .");
  CAPTURE(dots);
  CHECK(missing("1. FIRST\n1.1 One.\n" + dots + "\n4. FOURTH\n4.1 See paragraph 2.3.\n", "generic") == Lines{});
  CHECK(missing("1. FIRST\n1.1 One.\nName: ..............................\n2. SECOND\n2.1 See paragraph 2.3.\n", "generic").size() == 1);
}

TEST_CASE("Instructions to amend cite the text that they amend", "[check][references]") {
  const auto words = GENERATE(as<std::string>(),
                              "Insert a new paragraph 2.4A after paragraph 2.4 as follows:", "In paragraph 2.4, for \"five\" substitute \"three\".",
                              "Delete paragraph 2.4 in its entirety.", "After paragraph 2.4, insert the following paragraph.",
                              "Renumber paragraphs 2.4 to 2.6 as paragraphs 2.3 to 2.5.");
  CAPTURE(words);
  CHECK(said("reference.missing", "Words.", words + "\n1.1.2 More words.\n", "generic") == Lines{});
  CHECK(said("reference.missing", "Words.", "1.1.2 The Panel may insert a date in paragraph 1.2.4.\n", "generic").size() == 1);
  // Two of them make the text one that amends: what it quotes of the other cites that one's numbers too.
  const std::string two = "Delete paragraph 2.4.\n" + words + "\n";
  CHECK(said("reference.missing", "Words.", two + "1.1.2 This is subject to paragraph 8.1.\n", "generic") == Lines{});
}

TEST_CASE("The terms of a text that is shown in part are not looked for in that part", "[check]") {
  const std::string words = " The collector shall send each figure to the Reading Registration Agent.\n";
  const std::string terms = "1 DEFINITIONS\n\"Reading\": means a value shown by a meter;\n2 DUTIES\n2.1";
  CHECK(help::said_by(help::linted(terms + words + "2.2" + words, "generic"), "term.undefined").size() == 1);
  CHECK(help::said_by(help::linted(terms + words + "...\n2.2" + words, "generic"), "term.undefined") == Lines{});
}

TEST_CASE("Lists in lists of a web page are cited with full stops", "[check][references]") {
  const auto page = [](const std::string& cited) {
    return help::said_by(help::linted({{"p.html",
                                        "<html><body><h1>RULES</h1><ol><li><p>Scope</p><ol><li><p>Words.</p></li><li><p>These are:</p><ol type='a'>"
                                        "<li><p>one; and</p></li><li><p>two.</p></li></ol></li></ol></li><li><p>Duties</p><ol><li><p>Clause " +
                                            cited + " applies.</p></li></ol></li></ol></body></html>"}}),
                         "reference.missing");
  };
  CHECK(page("1.1") == Lines{});
  CHECK(page("1.2(b)") == Lines{});
  CHECK(page("1.3").size() == 1);
  CHECK(page("1.2(c)").size() == 1);
}

TEST_CASE("A paragraph of an Article of the text itself is looked for in that Article", "[check][references]") {
  const auto missing = [](const std::string& cited) {
    return help::said_by(
        help::linted("METHODOLOGY\nArticle 1\nScope\n1. See Article 2 and Article 3.\n2. Words.\nArticle 2\nSteps\n1. These are:\n(a) one; and\n"
                     "(b) two.\n2. Words.\nArticle 3\nEnd\n1. " +
                         cited + " applies.\n2. Words.\n",
                     "generic"),
        "reference.missing");
  };
  CHECK(missing("Article 2(2)") == Lines{});
  CHECK(missing("Article 2(1)(b)") == Lines{});
  CHECK(missing("Article 2(3)").size() == 1);
  CHECK(missing("Article 2(1)(c)").size() == 1);
  CHECK(missing("Article 2(3) of the Regulation") == Lines{});
  CHECK(missing("Article 22(3)") == Lines{});
}

TEST_CASE("A field of a cover, and a term that the text places elsewhere, ask for no definition", "[check]") {
  const std::string definitions =
      "2. DEFINITIONS\n2.1 Terms\n2.1.1 \"Code Effective Date\" means a day.\n2.1.2 On the Code Effective Date it rests.\n";
  CHECK(said("term.near-miss", "Words.", "Effective Date: 29 June 2023\n" + definitions, "generic") == Lines{});
  CHECK(said("term.undefined", "A Foreign Network User (as defined in the XCUSC) shall pay.", definitions, "generic") == Lines{});
  CHECK(said("term.undefined", "A Foreign Network User shall pay.", definitions, "generic").size() == 1);
}

TEST_CASE("A glossary that is checked alone is its own import", "[check]") {
  const auto review =
      help::linted({{"s.txt",
                     "CUSC - SECTION 11\nINTERPRETATION AND DEFINITIONS\n11.1\tINTRODUCTION\n11.1.1\tThe Party shall use the Affiliate.\n"
                     "11.3\tDEFINITIONS\n| \"Affiliate\" | means a company; |\n"}});
  for (const auto& blocked : review.blocked) CHECK(blocked.reason.find("Section 11, which was not read") == std::string::npos);
}

TEST_CASE("Right references in every style say nothing of references and structure", "[check]") {
  std::size_t texts = 0;
  for (const auto& entry : std::filesystem::directory_iterator(help::source_folder() + "/fixtures/rules/reference.missing")) {
    if (!entry.path().filename().string().starts_with("good")) continue;
    std::ifstream file(entry.path());
    const auto review = help::linted({{entry.path().filename().string(), {std::istreambuf_iterator<char>(file), {}}}});
    ++texts;
    for (const auto& finding : review.findings) {
      INFO(entry.path().filename().string() << ": " << finding.rule << " " << finding.message);
      CHECK_FALSE((finding.rule.starts_with("reference.") || finding.rule.starts_with("structure.")));
    }
  }
  CHECK(texts > 20);
}
