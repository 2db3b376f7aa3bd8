// OpenDocument packages made in memory: tracked changes put back in their place, numbers, tables, stories.
#include "read/odt.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "ooxml/inflate.h"
#include "read/reading.h"

using namespace dovetail;

namespace {

std::string little(std::uint32_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFFU);
  return text;
}

/// A ZIP of stored entries (APPNOTE 4.3).
std::string zip(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string file, directory;
  for (const auto& [name, bytes] : entries) {
    const auto size = static_cast<std::uint32_t>(bytes.size());
    const std::string common = little(0, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(checksum(bytes), 4) + little(size, 4) +
                               little(size, 4) + little(static_cast<std::uint32_t>(name.size()), 2) + little(0, 2);
    directory += little(0x02014B50, 4) + little(20, 2) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) +
                 little(static_cast<std::uint32_t>(file.size()), 4) + name;
    file += little(0x04034B50, 4) + little(20, 2) + common + name + bytes;
  }
  const auto count = static_cast<std::uint32_t>(entries.size());
  return file + directory + little(0x06054B50, 4) + little(0, 4) + little(count, 2) + little(count, 2) +
         little(static_cast<std::uint32_t>(directory.size()), 4) + little(static_cast<std::uint32_t>(file.size()), 4) + little(0, 2);
}

const std::string names =
    " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
    " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
    " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'"
    " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xlink='http://www.w3.org/1999/xlink'";

Document odt(const std::string& body, const std::string& styles = {}, const std::string& masters = {}) {
  const std::string content = "<office:document-content" + names + "><office:automatic-styles>" + styles +
                              "</office:automatic-styles><office:body><office:text>" + body +
                              "</office:text></office:body></office:document-content>";
  const std::string common =
      "<office:document-styles" + names +
      "><office:styles><text:outline-style><text:outline-level-style text:level='1' style:num-format='1'/>"
      "<text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2'/></text:outline-style></office:styles>" +
      masters + "</office:document-styles>";
  Document document = read_with(read_odt, zip({{"content.xml", content}, {"styles.xml", common}}));
  REQUIRE(is_sound(document));
  return document;
}

std::string region(const std::string& id, const std::string& kind, const std::string& content = {}) {
  return "<text:changed-region xml:id='" + id + "'><text:" + kind +
         "><office:change-info><dc:creator>Ann</dc:creator><dc:date>2024-06-01T00:00:00</dc:date></office:change-info>" + content + "</text:" + kind +
         "></text:changed-region>";
}

std::string start(const std::string& id) { return "<text:change-start text:change-id='" + id + "'/>"; }
std::string end(const std::string& id) { return "<text:change-end text:change-id='" + id + "'/>"; }
std::string change(const std::string& id) { return "<text:change text:change-id='" + id + "'/>"; }

std::string p(const std::string& content) { return "<text:p>" + content + "</text:p>"; }

const std::string list_style =
    "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
    "<text:list-level-style-number text:level='2' style:num-format='a' style:num-prefix='(' style:num-suffix=')'/></text:list-style>";

std::string many(int times, std::string_view text) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("White space, tabs and line breaks of OpenDocument", "[read][odt]") {
  CHECK(proposed_of(odt("\n" + p("  a  <text:span>b</text:span> <text:span>c</text:span><text:s text:c='2'/>d<text:tab/>e<text:line-break/>f\n g") +
                        "\n" + p(""))) == "a b c  d\te f g / ");
}

TEST_CASE("Tracked changes of OpenDocument in both views", "[read][odt]") {
  const auto tracked = [](const std::string& regions) { return "<text:tracked-changes>" + regions + "</text:tracked-changes>"; };
  SECTION("words") {
    const Document document = odt(tracked(region("c1", "insertion") + region("c2", "deletion", p("old "))) +
                                  p("a " + start("c1") + "new " + end("c1") + change("c2") + "b"));
    CHECK(baseline_of(document) == "a old b");
    CHECK(proposed_of(document) == "a new b");
    REQUIRE(document.revisions.size() == 2);
    CHECK(document.revisions[Id<Revision>(0)].author == "Ann");
    CHECK(document.revisions[Id<Revision>(1)].date == "2024-06-01T00:00:00");
  }
  SECTION("a deletion over paragraph ends joins") {
    const Document document = odt(tracked(region("c", "deletion", p("end") + p("whole") + p("start "))) + p("one " + change("c") + "two") + p("x"));
    CHECK(baseline_of(document) == "one end / whole / start two / x");
    CHECK(proposed_of(document) == "one two / x");
  }
  SECTION("words deleted from a list's paragraph stand in a list of their own, and stay in their paragraph") {
    const std::string list = "<text:list text:style-name='L1'><text:list-item>", end_list = "</text:list-item></text:list>";
    const Document document = odt(tracked(region("c", "deletion", list + list + p("ten") + end_list + end_list)) + list +
                                      p("within " + change("c") + "<text:s/>days") + end_list,
                                  list_style);
    CHECK(baseline_of(document) == "1.\twithin ten days");
    CHECK(proposed_of(document) == "1.\twithin  days");
  }
  SECTION("a list deleted from one paragraph into the next keeps its numbers") {
    const std::string items = "<text:list text:style-name='L1'><text:list-item>" + p(" end") + "</text:list-item><text:list-item>" + p("whole") +
                              "</text:list-item><text:list-item>" + p("start ") + "</text:list-item></text:list>";
    const Document document = odt(tracked(region("c", "deletion", items)) + "<text:list text:style-name='L1'><text:list-item>" +
                                      p("one" + change("c") + "two") + "</text:list-item><text:list-item>" + p("x") + "</text:list-item></text:list>",
                                  list_style);
    CHECK(baseline_of(document) == "1.\tone end / 2.\twhole / 3.\tstart two / 4.\tx");
    CHECK(proposed_of(document) == "1.\tonetwo / 2.\tx");
  }
  SECTION("a space behind what was deleted is no first one") {
    const Document document = odt(tracked(region("c", "deletion", p("") + p(""))) + p("one," + change("c") + " two"));
    CHECK(proposed_of(document) == "one, two");
  }
  SECTION("a deleted paragraph leaves nothing") {
    const Document document = odt(tracked(region("c", "deletion", p("gone") + p(""))) + p("one") + p(change("c") + "two"));
    CHECK(baseline_of(document) == "one / gone / two");
    CHECK(proposed_of(document) == "one / two");
  }
  SECTION("an insertion over paragraph ends splits") {
    const Document document = odt(tracked(region("c", "insertion")) + p("on" + start("c") + "e") + p("two" + end("c") + "!") + p("x"));
    CHECK(baseline_of(document) == "on! / x");
    CHECK(proposed_of(document) == "one / two! / x");
  }
  SECTION("deleted inside inserted is in neither") {
    const Document document =
        odt(tracked(region("i", "insertion") + region("d", "deletion", p("never"))) + p("a" + start("i") + "b" + change("d") + end("i") + "c"));
    CHECK(baseline_of(document) == "ac");
    CHECK(proposed_of(document) == "abc");
  }
  SECTION("items count in their views") {
    const Document document =
        odt(tracked(region("c", "insertion")) + "<text:list text:style-name='L1'><text:list-item>" + p("a") + "</text:list-item><text:list-item>" +
                p(start("c") + "b") + "</text:list-item><text:list-item>" + p(end("c") + "c") + "</text:list-item></text:list>",
            list_style);
    CHECK(baseline_of(document) == "1.\ta / 2.\tc");
    CHECK(proposed_of(document) == "1.\ta / 2.\tb / 3.\tc");
  }
}

TEST_CASE("List and heading numbers of OpenDocument", "[read][odt]") {
  const auto item = [](const std::string& content, const std::string& extra = {}) {
    return "<text:list-item" + extra + ">" + content + "</text:list-item>";
  };
  const auto heading = [](int level, const std::string& words) {
    return "<text:h text:outline-level='" + std::to_string(level) + "'>" + words + "</text:h>";
  };
  const Document document =
      odt(heading(1, "One") + heading(2, "Sub") + "<text:list text:style-name='L1'>" +
              item(p("a") + p("more") + "<text:list>" + item(p("x")) + item(p("y")) + "</text:list>") + item(p("b"), " text:start-value='7'") +
              "</text:list>" + heading(1, "Two") + heading(2, "Sub") + "<text:list text:style-name='L1' text:continue-numbering='true'>" +
              item(p("c")) + "</text:list><text:list text:style-name='L1'>" + item(p("d")) + "</text:list>",
          list_style);
  CHECK(proposed_of(document) == "1\tOne / 1.1\tSub / 1.\ta / more / (a)\tx / (b)\ty / 7.\tb / 2\tTwo / 2.1\tSub / 8.\tc / 1.\td");
}

TEST_CASE("Tables of OpenDocument", "[read][odt]") {
  const Document document =
      odt("<table:table><table:table-header-rows><table:table-row><table:table-cell>" + p("A") + "</table:table-cell><table:table-cell>" + p("B") +
          "</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned='2'>" +
          p("a") + "</table:table-cell><table:table-cell>" + p("b") +
          "</table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>" + p("c") +
          "</table:table-cell></table:table-row><table:table-row>"
          "<table:table-cell table:number-columns-spanned='2'>" +
          p("d") + "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>");
  CHECK(proposed_of(document) == "A / B / a / b /  / c / d");
  REQUIRE(document.cells.size() == 7);
  CHECK(document.rows[Id<Row>(0)].header);
  CHECK_FALSE(document.rows[Id<Row>(1)].header);
  CHECK(document.cells[Id<Cell>(4)].continues_above);
  CHECK(document.cells[Id<Cell>(5)].column == 1);
  CHECK(document.cells[Id<Cell>(6)].columns == 2);
}

TEST_CASE("Notes, annotations, text boxes, headers, bookmarks and fields of OpenDocument", "[read][odt]") {
  const Document document =
      odt(p("As<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>" + p("See annex") +
            "</text:note-body></text:note> said "
            "<office:annotation office:name='n'><dc:creator>Bea</dc:creator>" +
            p("why?") +
            "</office:annotation>here<office:annotation-end office:name='n'/>"
            "<draw:frame><draw:text-box>" +
            p("boxed") +
            "</draw:text-box></draw:frame> <text:bookmark-start text:name='b'/>mark<text:bookmark-end text:name='b'/> "
            "<text:bookmark-ref text:ref-name='b'>3.1</text:bookmark-ref> <text:a xlink:href='http://x.example'>link</text:a>"),
          {},
          "<office:master-styles><style:master-page style:name='S'><style:header>" + p("Head") + "</style:header><style:footer>" + p("Foot") +
              "</style:footer></style:master-page></office:master-styles>");
  CHECK(proposed_of(document) == "As said here mark 3.1 link");
  CHECK(lines_of(document, View::proposed, Part::footnote) == "See annex");
  CHECK(lines_of(document, View::proposed, Part::comment) == "why?");
  CHECK(lines_of(document, View::proposed, Part::text_box) == "boxed");
  CHECK(lines_of(document, View::proposed, Part::header) == "Head");
  CHECK(lines_of(document, View::proposed, Part::footer) == "Foot");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[Id<Note>(0)].anchor == 2);
  CHECK(slice(document.text, document.comments[Id<Comment>(0)].anchor) == "here");
  CHECK(document.comments[Id<Comment>(0)].author == "Bea");
  CHECK(slice(document.text, document.bookmarks[Id<Bookmark>(0)].span) == "mark");
  CHECK(document.fields[Id<Field>(0)].instruction == "REF b");
  CHECK(slice(document.text, document.links[Id<Link>(0)].span) == "link");
}

TEST_CASE("References of OpenDocument say what they show", "[read][odt]") {
  const auto instruction = [](const std::string& format) {
    const Document document = odt(p("<text:bookmark-ref text:reference-format='" + format + "' text:ref-name='b'>1.1</text:bookmark-ref>"));
    REQUIRE(document.fields.size() == 1);
    return document.fields[Id<Field>(0)].instruction;
  };
  CHECK(instruction("text") == "REF b");
  CHECK(instruction("number") == "REF b \\r");
  CHECK(instruction("number-no-superior") == "REF b \\n");
  CHECK(instruction("number-all-superior") == "REF b \\w");
  CHECK(instruction("direction") == "REF b \\p");
  CHECK(instruction("page") == "PAGEREF b");
}

TEST_CASE("Text styles of OpenDocument", "[read][odt]") {
  const Document document = odt(p("a<text:span text:style-name='T1'>b</text:span>"),
                                "<style:style style:name='T0' style:family='text'><style:text-properties fo:color='#ff0000'/></style:style>"
                                "<style:style style:name='T1' style:family='text' style:parent-style-name='T0'><style:text-properties "
                                "fo:font-weight='bold' style:text-line-through-style='solid'/></style:style>"
                                "<style:style style:name='T9' style:family='text' style:parent-style-name='T9'/>");
  const Format format = document.formats[document.runs[Id<Run>(1)].format];
  CHECK(format.bold);
  CHECK(format.strike);
  CHECK(format.colour == 0xFF0000);
}

TEST_CASE("Hostile OpenDocument ends soon", "[read][odt]") {
  SECTION("deep spans") { CHECK(odt("<text:p>" + many(100000, "<text:span>") + "x").problems.size() > 0); }
  SECTION("deep lists") { odt(many(50000, "<text:list><text:list-item>") + p("x")); }
  SECTION("deep tables") { odt(many(20000, "<table:table><table:table-row><table:table-cell>") + p("x")); }
  SECTION("repeats") {
    const std::string cell = "<table:table-cell table:number-columns-repeated='1000000000'/>";
    CHECK(has_problem(odt("<table:table><table:table-row table:number-rows-repeated='1000000000'>" + cell + "</table:table-row></table:table>"),
                      "input.limit"));
  }
  SECTION("spaces") { CHECK(odt(p(many(100, "<text:s text:c='999999999'/>"))).text.size() < 200000); }
  SECTION("a deletion that holds itself") {
    const Document document =
        odt("<text:tracked-changes>" + region("c", "deletion", p("x" + change("c"))) + "</text:tracked-changes>" + p("a" + change("c")));
    CHECK(proposed_of(document) == "a");
  }
  SECTION("stray parts of tables and lists") {
    odt("<text:list-item>" + p("x") + "</text:list-item><table:table-row/><table:table><table:table-cell/></table:table>" + end("none"));
  }
  SECTION("a row and a cell that stand in a cell without a table of their own") {
    const std::string cell = "<table:table-cell>" + p("a") + "<table:table-row><table:table-cell>" + p("b") +
                             "</table:table-cell></table:table-row>" + p("c") + "</table:table-cell>";
    const Document document = odt("<table:table><table:table-row>" + cell + "<table:table-cell>" + p("d") + "<table:table-cell>" + p("e") +
                                  "</table:table-cell></table:table-cell></table:table-row></table:table>");
    CHECK(is_sound(document));
    CHECK(proposed_of(document) == "a / b / c / d / e");
  }
  SECTION("a table inside a paragraph") {
    const Document document =
        odt("<text:p>a<table:table>b<table:table-row><table:table-cell>c" + p("d") + "</table:table-cell></table:table-row></table:table>e</text:p>");
    CHECK(proposed_of(document) == "ab / cd / e");
  }
  SECTION("no package") {
    CHECK(has_problem(read_with(read_odt, "no package"), "input.unreadable"));
    CHECK(has_problem(read_with(read_odt, zip({{"content.xml", "<a>"}})), "input.unreadable"));
  }
}
