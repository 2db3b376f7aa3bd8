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
