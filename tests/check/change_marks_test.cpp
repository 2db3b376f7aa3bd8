// Marks as Word files bear them: authors, formatting, colours, automatic numbers.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "help/linted.h"
#include "help/zip_writer.h"
#include "model/locate.h"

using namespace dovetail;
using help::docx;

namespace {

using Lines = std::vector<std::string>;

std::string run(const std::string& text, const std::string& look = {}) {
  return "<w:r>" + (look.empty() ? "" : "<w:rPr>" + look + "</w:rPr>") + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string paragraph(const std::string& content, const std::string& properties = {}) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + content + "</w:p>";
}
std::string inserted(const std::string& text, const std::string& who = "w:author=\"Ann\" w:date=\"2024-06-01T09:00:00Z\"") {
  return "<w:ins w:id=\"1\" " + who + ">" + run(text) + "</w:ins>";
}
const std::string red_line = "<w:color w:val=\"FF0000\"/><w:u w:val=\"single\"/>", red_strike = "<w:color w:val=\"C00000\"/><w:strike/>";

std::string project(const std::string& keys) {
  return "project: marks\ncodes: [XBSC]\ndocuments:\n  - {path: draft.docx, id: Section W, code: XBSC, profile: generic" + keys + "}\n";
}

Review reviewed(const std::string& body, const std::string& keys = {}, const std::string& baseline = {}, const help::Parts& parts = {}) {
  std::vector<std::pair<std::string, std::string>> files{{"dovetail.yaml", project(keys)}, {"draft.docx", docx(body, parts)}};
  if (!baseline.empty()) files.emplace_back("baseline.docx", docx(baseline, parts));
  return ::help::linted(files);
}

Lines messages(const Review& review, const std::string& rule) {
  Lines lines;
  for (const Finding& finding : review.findings)
    if (finding.rule == rule) lines.push_back(std::string(name_of(finding.severity)) + " " + finding.message);
  return lines;
}

const std::string heading = paragraph(run("1. General"));

/// Two lists of one level, "1." and so on; the list of id 2 begins at `start`.
help::Parts numbered_from(int start) {
  return {{"word/numbering.xml",
           "<w:numbering " + help::namespaces() +
               "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
               "w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride "
               "w:ilvl=\"0\"><w:startOverride w:val=\"" +
               std::to_string(start) + "\"/></w:lvlOverride></w:num></w:numbering>"}};
}
std::string item(const std::string& content) { return paragraph(content, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"); }

}  // namespace

TEST_CASE("a revision without author or date is said once", "[check][change]") {
  const auto body = heading + paragraph(run("1.1 The agent shall ") + inserted("at once ", "w:author=\"\"") + run("send it.")) +
                    paragraph(run("1.2 The agent shall ") + inserted("at once ", "w:author=\"Bo\"") + run("load it."));
  CHECK(messages(reviewed(body), "change.unknown-author") == Lines{"note 1.1: a revision has no author; a revision by Bo has no date"});
  CHECK(messages(reviewed(heading + paragraph(run("1.1 It ") + inserted("now ") + run("runs."))), "change.unknown-author").empty());
}

TEST_CASE("formatting alone is a note, that of inserted words is none", "[check][change]") {
  const std::string change = "<w:b/><w:rPrChange w:id=\"3\" w:author=\"Ann\" w:date=\"2024-06-01T09:00:00Z\"><w:rPr/></w:rPrChange>";
  CHECK(messages(reviewed(heading + paragraph(run("1.1 The agent ") + run("shall", change) + run(" send it."))), "change.formatting-only") ==
        Lines{"note 1.1: only the formatting of \"shall\" is marked as changed"});
  const std::string both = "<w:ins w:id=\"1\" w:author=\"Ann\" w:date=\"2024-06-01T09:00:00Z\">" + run("soon ", change) + "</w:ins>";
  CHECK(messages(reviewed(heading + paragraph(run("1.1 The agent ") + both + run("sends it."))), "change.formatting-only").empty());
}

TEST_CASE("a paragraph that gets its number by a tracked change is no matter of looks", "[check][change]") {
  const std::string was = "<w:pPrChange w:id=\"3\" w:author=\"Ann\" w:date=\"2024-06-01T09:00:00Z\"><w:pPr/></w:pPrChange>";
  const auto numbered = paragraph(run("The second is kept."), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>" + was);
  const auto centred = paragraph(run("The third is kept."), "<w:jc w:val=\"center\"/>" + was);
  CHECK(messages(reviewed(item(run("The first is sent.")) + numbered + item(run("The last is kept.")), {}, {}, numbered_from(1)),
                 "change.formatting-only")
            .empty());
  CHECK(messages(reviewed(item(run("The first is sent.")) + centred + item(run("The last is kept.")), {}, {}, numbered_from(1)),
                 "change.formatting-only")
            .size() == 1);
}

TEST_CASE("words marked by hand are revisions: both views, labels, findings", "[check][change]") {
  const auto body = heading + paragraph(run("1.1 The agent shall send it within ") + run("five", red_strike) + run("six", red_line) + run(" days.")) +
                    paragraph(run("1.2 It shall keep it.", red_line));
  const auto review = reviewed(body, ", marking: mhhs");
  const auto& unit = *review.units.begin();
  CHECK(unit.projection(View::baseline).text == "1. General\n1.1 The agent shall send it within five days.\n");
  CHECK(unit.projection(View::proposed).text == "1. General\n1.1 The agent shall send it within six days.\n1.2 It shall keep it.\n");
  const auto baseline = heading + paragraph(run("1.1 The agent shall send it within five days."));
  CHECK(messages(reviewed(body, ", marking: mhhs, baseline: baseline.docx", baseline), "change.unmarked").empty());
  CHECK(messages(reviewed(body, ", baseline: baseline.docx", baseline), "change.unmarked").size() == 2);
}

TEST_CASE("automatic numbers count what is marked by hand in its view alone", "[check][change]") {
  const auto body = item(run("The first is sent.")) + item(run("The second is new.", red_line)) + item(run("The third is kept."));
  const auto review = reviewed(body, ", marking: mhhs", {}, numbered_from(1));
  const auto& unit = *review.units.begin();
  REQUIRE(unit.provisions.size() == 3);
  const auto& last = unit.provisions.back();
  CHECK(last.label[0] == "2");
  CHECK(last.label[1] == "3");
}

TEST_CASE("marks that the scheme does not explain", "[check][change]") {
  const auto struck = heading + paragraph(run("1.1 The agent ") + run("shall ", "<w:strike/>") + run("may send it."));
  CHECK(messages(reviewed(struck), "change.unknown-mark") ==
        Lines{"warning 1.1: \"shall\" is struck through, and the marking scheme does not say what that means"});
  const auto red = heading + paragraph(run("1.1 The agent ") + run("may", red_line) + run(" send it.")) +
                   paragraph(run("1.2 The agent ") + run("can", red_line) + run(" load it."));
  CHECK(messages(reviewed(red), "change.unknown-mark") ==
        Lines{"warning 1.1: \"may\" is red, underlined, and the marking scheme does not say what that means; the first of 2 places"});
  CHECK(messages(reviewed(red, ", marking: mhhs"), "change.unknown-mark").empty());
  // What the baseline has too is the style of the document; a coloured word is only odd where the baseline has none.
  CHECK(messages(reviewed(struck, ", baseline: baseline.docx", struck), "change.unknown-mark").empty());
  const auto blue = heading + paragraph(run("1.1 The ") + run("Agent", "<w:color w:val=\"0000FF\"/>") + run(" sends it."));
  CHECK(messages(reviewed(blue), "change.unknown-mark").empty());
  CHECK(messages(reviewed(blue, ", baseline: baseline.docx", heading + paragraph(run("1.1 The Agent sends it."))), "change.unknown-mark").size() ==
        1);
}

TEST_CASE("tracked and manual marks in one document", "[check][change]") {
  const auto body = heading + paragraph(run("1.1 The agent ") + inserted("shall ") + run("send ") + run("it", red_line) + run("."));
  CHECK(messages(reviewed(body, ", marking: mhhs"), "change.mixed") == Lines{"warning 1.1: 1 changes are tracked and 1 are marked by hand"});
  CHECK(messages(reviewed(body), "change.mixed").empty());
}

TEST_CASE("automatic numbers that moved without a mark", "[check][change]") {
  const auto body = item(run("The first is sent to the panel.")) + item(run("The second is kept by the agent."));
  const auto review = [&](int start) {
    const std::vector<std::pair<std::string, std::string>> files{{"dovetail.yaml", project(", baseline: baseline.docx")},
                                                                 {"draft.docx", docx(body, numbered_from(start))},
                                                                 {"baseline.docx", docx(body, numbered_from(1))}};
    return ::help::linted(files);
  };
  CHECK(messages(review(1), "change.numbering-unmarked").empty());
  CHECK(messages(review(4), "change.numbering-unmarked") ==
        Lines{"note 4: automatic numbers are others than in the baseline, and no mark explains it: 1 \xE2\x86\x92 4, 2 \xE2\x86\x92 5"});
  CHECK(messages(review(4), "change.unmarked").empty());
}

TEST_CASE("an unmarked insertion that moves numbers is one finding, with the numbers as a note", "[check][change]") {
  const auto first = item(run("The first is sent to the panel.")), second = item(run("The second is kept by the agent."));
  const std::vector<std::pair<std::string, std::string>> files{
      {"dovetail.yaml", project(", baseline: baseline.docx")},
      {"draft.docx", docx(first + item(run("A new one stands between them.")) + second, numbered_from(1))},
      {"baseline.docx", docx(first + second, numbered_from(1))}};
  const auto review = ::help::linted(files);
  CHECK(messages(review, "change.numbering-unmarked").empty());
  REQUIRE(messages(review, "change.unmarked").size() == 1);
  for (const Finding& finding : review.findings)
    if (finding.rule == "change.unmarked") CHECK(finding.notes.back().message == "automatic numbers that are others now: 2 \xE2\x86\x92 3");
}
