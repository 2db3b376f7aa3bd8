// change.unmarked and change.residue: the words, the label, the weight.
#include <catch2/catch.hpp>
#include <string>

#include "check/change.h"
#include "check/review_help.h"

using namespace dovetail;
using dovetail::test::ReviewBuilder;

namespace {

Rule rule_with(const std::string& message) {
  Rule rule;
  rule.id = "change.rule";
  rule.severity = Severity::error;
  rule.message = message;
  return rule;
}

std::string shown(const Finding& finding) {
  return std::string(name_of(finding.severity)) + " " + finding.message + (finding.introduced ? "" : " (old)");
}

std::vector<std::string> unmarked(const std::string& baseline, const std::string& draft) {
  ReviewBuilder builder;
  const auto unit = builder.draft("XBSCP901", draft);
  builder.baseline("baseline/XBSCP901_v11.0.docx", baseline, unit);
  builder.link();
  Checked checked;
  check_unmarked_change(builder.review, rule_with("{label}: {what} without a mark{reads}"), checked);
  std::vector<std::string> lines;
  for (const Finding& finding : checked.findings) lines.push_back(shown(finding));
  return lines;
}

std::vector<std::string> residues(const std::string& draft, const std::string& stage = "drafting") {
  ReviewBuilder builder;
  builder.review.project.stage = stage;
  builder.draft("XBSCP901", draft);
  Checked checked;
  check_residue(builder.review, rule_with("{label}: {what} is left in the text"), checked);
  std::vector<std::string> lines;
  for (const Finding& finding : checked.findings) lines.push_back(shown(finding));
  return lines;
}

using Lines = std::vector<std::string>;
const std::string text =
    "1. General\n1.1 The party shall send it within three Working Days.\n1.2 The agent shall load it at once.\n2. Notices\n2.1 Notices are sent in "
    "writing to all parties.\n";

std::string with(const std::string& old, const std::string& replacement) {
  std::string changed = text;
  return changed.replace(changed.find(old), old.size(), replacement);
}

}  // namespace

TEST_CASE("an unmarked change shows both words at the draft's label", "[check][change]") {
  CHECK(unmarked(text, text).empty());
  CHECK(unmarked(text, with("three", "five")) == Lines{"error 1.1: \"five\" replaces \"three\" without a mark; v11.0 reads \"three Working Days\""});
  CHECK(unmarked(text, with("at once", "promptly at once")) ==
        Lines{"error 1.2: \"promptly\" is inserted without a mark; v11.0 reads \"load it at once\""});
  CHECK(unmarked(text, with(" in writing", "")) == Lines{"error 2.1: \"in writing\" is taken out without a mark; v11.0 reads \"in writing to all\""});
  CHECK(unmarked(text, with("2. Notices", "1.3 A new duty stands here.\n2. Notices")) ==
        Lines{"error 1.3: \"1.3 A new duty stands here.\" is inserted without a mark; v11.0 has no such paragraph"});
  CHECK(unmarked(text, with("1.2 The agent shall load it at once.\n", "")) ==
        Lines{"error 1.2: \"1.2 The agent shall load it at once.\" is taken out without a mark; v11.0 has it"});
}

TEST_CASE("marked changes are not reported, and what prints the same is a warning", "[check][change]") {
  CHECK(unmarked(text, with("three", "{~~three~>five~~}")).empty());
  CHECK(unmarked(text, with("three", "{--three--}{++five++} plus")) ==
        Lines{"error 1.1: \"plus\" is inserted without a mark; v11.0 reads \"within three Working Days\""});
  CHECK(unmarked(text, with("at once", "at  once")).empty());
  CHECK(unmarked(text, with("at once", "at\xC2\xA0once")) ==
        Lines{"warning 1.2: \"at\xC2\xA0once.\" replaces \"at once.\" without a mark; they print the same"});
}

TEST_CASE("a moved paragraph names where it stood", "[check][change]") {
  const std::string moved =
      "1. General\n1.2 The agent shall load it at once.\n2. Notices\n2.1 Notices are sent in writing to all parties.\n1.1 The party shall send it "
      "within three Working Days.\n";
  const auto lines = unmarked(text, moved);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("is moved here without a mark; in v11.0 it stands in 1.1") != std::string::npos);
}

TEST_CASE("no baseline that was read: the rule says that it did not run", "[check][change]") {
  ReviewBuilder builder;
  builder.draft("X", text);
  builder.link();
  Checked checked;
  check_unmarked_change(builder.review, rule_with(""), checked);
  CHECK(checked.findings.empty());
  CHECK(checked.blocked.size() == 1);
}

TEST_CASE("placeholders and their live look-alikes", "[check][change]") {
  CHECK(residues("1. General\n1.1 Within [ ] days, TBC, by [/] or [\xE2\x97\x8F].\n") ==
        Lines{"error 1.1: \"[ ]\" is left in the text", "error 1.1: \"TBC\" is left in the text", "error 1.1: \"[/]\" is left in the text",
              "error 1.1: \"[\xE2\x97\x8F]\" is left in the text"});
  CHECK(residues("1.1 See Error! Reference source not found. for it.\n") ==
        Lines{"error 1.1: \"Error! Reference source not found.\" is left in the text"});
  CHECK(residues("1. [No heading]\n1.1 [Not presently used]\n1.2 signed by [ XXXX ] for the TBCX and [a] party\n").empty());
  CHECK(residues("1.1 Text {--TBC--} stands.\n").empty());
}

TEST_CASE("what the baseline has too is not introduced", "[check][change]") {
  CHECK(residues("1.1 Old TBC stands.\n1.2 New {++TBD ++}stands.\n") ==
        Lines{"error 1.1: \"TBC\" is left in the text (old)", "error 1.2: \"TBD\" is left in the text"});
}

TEST_CASE("comments, highlight and drafting notes weigh as the stage says", "[check][change]") {
  const std::string draft = "1.1 Send {==it now==}{>>is this right?<<} and go.\n1.2 [Drafting note: check with the panel] Load.\n";
  const auto [stage, weight] = GENERATE(table<std::string, std::string>(
      {{"drafting", "note"}, {"internal", "note"}, {"consultation", "warning"}, {"consistency", "warning"}, {"final", "error"}}));
  CAPTURE(stage);
  const auto lines = residues(draft, stage);
  REQUIRE(lines.size() >= 2);
  for (const std::string& line : lines) CHECK(line.substr(0, weight.size()) == weight);
  CHECK(lines[0] == weight + " 1.2: \"[Drafting note: check with the panel]\" is left in the text");
}

TEST_CASE("comments that only name artefacts are counted once, at the end", "[check][change]") {
  const std::string draft = "1.1 Send it{>>BP901.040, IF-903<<} now.\n1.2 Load{>>dovetail: basis=legal<<} it.\n";
  CHECK(residues(draft).empty());
  CHECK(residues(draft, "final") == Lines{"error 1.1: a comment that only names design artefacts (the first of 2) is left in the text"});
}

TEST_CASE("hidden text", "[check][change]") {
  ReviewBuilder builder;
  builder.draft("X", "1.1 Seen and unseen words.\n");
  Document& document = builder.review.documents[Id<Document>(0)];
  Format hidden;
  hidden.hidden = true;
  const auto format = document.formats.add(hidden);
  Run& run = document.runs[Id<Run>(0)];
  const Run whole = run;
  const auto from = static_cast<std::uint32_t>(document.text.find("unseen"));
  // The run is cut in three by hand, as a DOCX gives it.
  Table<Run> runs;
  Run part = whole;
  part.span = {whole.span.begin, from};
  runs.add(part);
  part.span = {from, from + 6};
  part.format = format;
  runs.add(part);
  part.span = {from + 6, whole.span.end};
  part.format = whole.format;
  runs.add(part);
  for (std::size_t n = 1; n < document.runs.size(); ++n) runs.add(document.runs[Table<Run>::id_at(n)]);
  document.runs = runs;
  Checked checked;
  check_residue(builder.review, rule_with("{label}: {what} is left in the text"), checked);
  REQUIRE(checked.findings.size() == 1);
  CHECK(checked.findings[0].message == "1.1: hidden text \"unseen\" is left in the text");
}
