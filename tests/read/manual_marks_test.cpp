// Looks that a marking scheme explains become revisions: runs, paragraph marks, rows; links and coloured headings do not.
#include <catch2/catch.hpp>
#include <string>

#include "help/zip_writer.h"
#include "model/projection.h"
#include "read/manual_marks.h"
#include "read/readers.h"
#include "report/text_view.h"

using namespace dovetail;

namespace {

MarkingScheme scheme() {
  MarkingScheme scheme;
  ManualMark deleted, inserted, note;
  deleted.means = MarkMeaning::deleted;
  deleted.strike = true;
  inserted.colour = MarkColour{};
  inserted.underline = Underline::other;
  inserted.says = "Data Services";
  note.means = MarkMeaning::note;
  note.brackets = true;
  note.colour = MarkColour{MarkColour::Kind::hue, "green", 0};
  scheme.marks = {deleted, inserted, note};
  return scheme;
}

std::string run(const std::string& text, const std::string& look = {}) {
  return "<w:r><w:rPr>" + look + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string paragraph(const std::string& content, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
}
const std::string blue = "<w:color w:val=\"0000FF\"/><w:u w:val=\"double\"/>", struck = "<w:dstrike/>", green = "<w:color w:val=\"00B050\"/>";

std::string marked(const std::string& body, const help::Parts& parts = {}) {
  const auto marking = scheme();
  const auto document = read_bytes("draft.docx", help::docx(body, parts), FileKind::docx, Limits(), &marking);
  for (const Revision& revision : document.revisions)
    if (revision.scheme == Scheme::manual && revision.change == Change::inserted && revision.says.empty()) return "a mark that says nothing";
  return text_of(document, TextView::marked, {.numbers = false, .all = false});
}

}  // namespace

TEST_CASE("runs, paragraphs and rows marked by hand", "[read][marking]") {
  CHECK(marked(paragraph(run("Within ") + run("five", struck) + run("six", blue) + run(" days."))) == "Within {--five--}{++six++} days.\n");
  CHECK(marked(paragraph(run("One.")) + paragraph(run("Two.", blue)) + paragraph(run("Three."))) == "One.\n{++Two.++}\nThree.\n");
  const std::string cell = "<w:tc>" + paragraph(run("a", struck)) + "</w:tc>", plain = "<w:tc>" + paragraph(run("b")) + "</w:tc>";
  const auto marking = scheme();
  const auto document =
      read_bytes("draft.docx",
                 help::docx("<w:tbl><w:tblPr/><w:tblGrid/><w:tr>" + cell + cell + "</w:tr><w:tr>" + plain + cell + "</w:tr></w:tbl>" + paragraph("")),
                 FileKind::docx, Limits(), &marking);
  REQUIRE(document.rows.size() == 2);
  CHECK(document.rows.begin()->deleted);
  CHECK(!document.rows.back().deleted);
}

TEST_CASE("a link between words that are marked as inserted is inserted with them", "[read][marking]") {
  const std::string link =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"https://forms.example\"</w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
      run("forms.example", blue) + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  CHECK(marked(paragraph(run("It is sent") + run(", in the form at ", blue) + link + run(",", blue) + run(" at once."))) ==
        "It is sent{++, in the form at forms.example,++} at once.\n");
  CHECK(marked(paragraph(run("It is sent in the form at ") + link + run(", at once."))) == "It is sent in the form at forms.example, at once.\n");
}

TEST_CASE("a heading in another colour than most of its style is marked", "[read][marking]") {
  MarkingScheme status;
  ManualMark concluded;
  concluded.colour = MarkColour{MarkColour::Kind::hue, "blue", 0};
  status.marks = {concluded};
  const auto heading = [](const std::string& text, const std::string& look) {
    return paragraph(run(text, look), "<w:pStyle w:val=\"Heading1\"/><w:outlineLvl w:val=\"0\"/>");
  };
  const std::string colour = "<w:color w:val=\"0000FF\"/>";
  const auto read = [&](const std::string& body) {
    return text_of(read_bytes("draft.docx", help::docx(body), FileKind::docx, Limits(), &status), TextView::marked, {.numbers = false, .all = false});
  };
  CHECK(read(heading("One", "") + heading("Two", "") + heading("Three", colour)) == "One\nTwo\n{++Three++}\n");
  CHECK(read(heading("One", colour) + heading("Two", colour) + heading("Three", "")) == "One\nTwo\nThree\n");
}

TEST_CASE("what only looks like a mark", "[read][marking]") {
  CHECK(marked(paragraph(run("A heading", "<w:color w:val=\"2F5496\"/>"), "<w:outlineLvl w:val=\"0\"/>")) == "A heading\n");
  CHECK(marked(paragraph(run("black", "<w:color w:val=\"000000\"/><w:u w:val=\"single\"/>"))) == "black\n");
  CHECK(marked(paragraph("<w:hyperlink w:anchor=\"there\">" + run("a link", blue) + "</w:hyperlink>")) == "a link\n");
  const std::string tracked = "<w:ins w:id=\"1\" w:author=\"A\" w:date=\"2024-06-01T09:00:00Z\">" + run("tracked", blue) + "</w:ins>";
  CHECK(marked(paragraph(run("It is ") + tracked)) == "It is {++tracked++}\n");
}

TEST_CASE("colours come from styles and themes too", "[read][marking]") {
  const help::Parts parts{
      {"word/styles.xml",
       "<w:styles " + help::namespaces() +
           "><w:style w:type=\"character\" w:styleId=\"New\"><w:name w:val=\"New\"/><w:rPr><w:color w:themeColor=\"accent1\"/><w:u "
           "w:val=\"single\"/></w:rPr></w:style></w:styles>"},
      {"word/theme.xml",
       "<a:theme " + help::namespaces() +
           "><a:themeElements><a:clrScheme name=\"x\"><a:accent1><a:srgbClr val=\"C00000\"/></a:accent1></a:clrScheme></a:themeElements></a:theme>"}};
  CHECK(marked(paragraph(run("It ") + run("now", "<w:rStyle w:val=\"New\"/>") + run(" is.")), parts).starts_with("It {++now"));
}

TEST_CASE("hues are what a person calls them", "[read][marking]") {
  const auto [colour, hue] = GENERATE(table<std::uint32_t, std::string>({{0xFF0000, "red"},
                                                                         {0xC00000, "red"},
                                                                         {0x0000FF, "blue"},
                                                                         {0x0070C0, "blue"},
                                                                         {0x00B050, "green"},
                                                                         {0xFFC000, "orange"},
                                                                         {0xFFFF00, "yellow"},
                                                                         {0x7030A0, "purple"},
                                                                         {0x000000, "black"},
                                                                         {0x262626, "black"},
                                                                         {0x808080, "grey"},
                                                                         {0xFFFFFF, "white"}}));
  CHECK(hue_of(colour) == hue);
}
