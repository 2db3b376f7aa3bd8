// Drafts kept as Markdown: CommonMark, and what drafters add to it, in both views.
#include "read/markdown.h"

#include <catch2/catch.hpp>

#include "read/reading.h"

using namespace dovetail;

namespace {

Document markdown(std::string_view text) {
  Document document = read_with(read_markdown, text);
  REQUIRE(is_sound(document));
  return document;
}

std::string many(int times, std::string_view text) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("Blocks of Markdown are paragraphs", "[read][markdown]") {
  using Row = std::tuple<const char*, const char*>;
  const auto [text, lines] = GENERATE(table<const char*, const char*>({
      Row{"# 1 One\n\nText goes\non here.\n\nMore.", "1 One / Text goes on here. / More."},
      Row{"1. a\n2. b\n\n5) c\n", "1.\ta / 2.\tb / 5)\tc"},
      Row{"1. a\n\n2. b\n\n1. c\n\n2. d\n", "1.\ta / 2.\tb / 1.\tc / 2.\td"},
      Row{"1. a\n1. b\n1. c\n", "1.\ta / 2.\tb / 3.\tc"},
      Row{"1. a\n3. b\n4. c\n", "1.\ta / 2.\tb / 3.\tc"},
      Row{"- x\n\n  7. a\n  8. b\n\n  2. c\n", "\u2022\tx / 7.\ta / 8.\tb / 2.\tc"},
      Row{"3.2.1 First\n3.2.2 Second\n(a) item\n    (i) deeper\nand on", "3.2.1 First / 3.2.2 Second / (a) item / (i) deeper and on"},
      Row{"Intro\n2. two\n3. three", "Intro / 2.\ttwo / 3.\tthree"},
      Row{"- x\n  - y\n\n  more", "\u2022\tx / \u2022\ty / more"},
      Row{"a  \nb\\\nc", "a b c"},
      Row{"\\# not &amp; &nbsp;x &bogus; \\*", "# not & \u00A0x &bogus; *"},
      Row{"> quoted\n\n```\ncode\n  more\n```\n\n---\nend", "quoted / code   more  / end"},
      Row{"| A | B |\n|---|:-:|\n| a \\| b | c |\n\nafter", "A / B / a | b / c / after"},
      Row{"<div>\n<p>raw <b>block</b></p>\n</div>\n\nx<br>y <span>z</span> ![alt](i.png)", "raw block / x y z "},
      Row{"see [Section K](k.md) and **bold *both*** `code`", "see Section K and bold both code"},
  }));
  CAPTURE(text);
  CHECK(proposed_of(markdown(text)) == lines);
}

TEST_CASE("Marks in Markdown in both views", "[read][markdown]") {
  using Row = std::tuple<const char*, const char*, const char*>;
  const auto [text, baseline, proposed] = GENERATE(table<const char*, const char*, const char*>({
      Row{"a {++new ++}b {--old--}", "a b old", "a new b "},
      Row{"a {~~old~>new~~} b", "a old b", "a new b"},
      Row{"a <ins>new</ins> <del>old</del> b", "a  old b", "a new  b"},
      Row{"a ~~struck~~ b", "a struck b", "a struck b"},
      Row{"one\n\n{++two++}\n\nthree", "one / three", "one / two / three"},
      Row{"{++# 1 New\n\nText++}\n\nx", "x", "1 New / Text / x"},
      Row{"1. a\n{++2. b++}\n3. c", "1.\ta / 2.\tc", "1.\ta / 2.\tb / 3.\tc"},
      Row{"- a\n{--\n- b\n- c\n--}\n- d", "\u2022\ta / \u2022\tb / \u2022\tc / \u2022\td", "\u2022\ta / \u2022\td"},
      Row{"| A | B |\n|---|---|\n{++| a | b |++}\n| c {--d--} | e |", "A / B / c d / e", "A / B / a / b / c  / e"},
      Row{"one {--end\n\nstart--} two", "one end / start two", "one  two"},
      Row{"<ins>\n\nnew\n\n</ins>\n\nold", "old", "new / old"},
      Row{"{++**bold** new++} x", " x", "bold new x"},
      Row{"{==word==}{>>why<<} x", "word x", "word x"},
      Row{"\\{++literal++}", "{++literal++}", "{++literal++}"},
  }));
  CAPTURE(text);
  const Document document = markdown(text);
  CHECK(baseline_of(document) == baseline);
  CHECK(proposed_of(document) == proposed);
}

TEST_CASE("Front matter is properties, notes are notes, comments comments", "[read][markdown]") {
  const Document document =
      markdown("---\ntitle: \"Section X\"\nversion: 1.0\n---\n\nAs said[^a] {==here==}{>>who?<<}.\n\n[^a]: See *annex*\n    two.\n\n[^b]: stays\n");
  CHECK(proposed_of(document) == "As said here. / [^b]: stays");
  CHECK(lines_of(document, View::proposed, Part::footnote) == "See annex two.");
  CHECK(lines_of(document, View::proposed, Part::comment) == "who?");
  CHECK(document.properties.at("title") == "Section X");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[Id<Note>(0)].anchor == 7);
  CHECK(slice(document.text, document.comments[Id<Comment>(0)].anchor) == "here");
  CHECK(document.paragraphs[Id<Paragraph>(0)].origin == 6);
}

TEST_CASE("Headings, header rows and links of Markdown", "[read][markdown]") {
  const Document document = markdown("# One\n\n### Three\n\nTwo\n---\n\n| A |\n|---|\n| [b](x.md#k) |\n");
  const auto outline = [&](std::uint32_t n) { return int(document.paragraph_formats[document.paragraphs[Id<Paragraph>(n)].format[0]].outline); };
  CHECK(outline(0) == 0);
  CHECK(outline(1) == 2);
  CHECK(outline(2) == 1);
  CHECK(document.rows[Id<Row>(0)].header);
  CHECK_FALSE(document.rows[Id<Row>(1)].header);
  REQUIRE(document.links.size() == 1);
  CHECK(document.links[Id<Link>(0)].target == "x.md#k");
  CHECK(slice(document.text, document.links[Id<Link>(0)].span) == "b");
}

TEST_CASE("Half marks in Markdown are told", "[read][markdown]") {
  const Document document = markdown("x\n\na {++b");
  CHECK(proposed_of(document) == "x / a {++b");
  CHECK(has_problem(document, "input.damaged", "line 3"));
}

namespace {

/// Rows of the only table, cells joined by " | "; a header row has "# " in front.
std::string table_of(std::string_view text) {
  const Document document = markdown(text);
  REQUIRE(document.tables.size() == 1);
  std::string all;
  Id<Row> row;
  for (const Cell& cell : document.cells) {
    if (cell.row != row) all += (all.empty() ? "" : " / ") + std::string(document.rows[cell.row].header ? "# " : "");
    if (cell.row == row) all += " | ";
    row = cell.row;
    std::string words(slice(document.text, cell.span));
    for (char& c : words)
      if (c == '\n' || c == '\v') c = '~';
    all += words.substr(0, words.size() - 1);
  }
  return all;
}

}  // namespace

TEST_CASE("Tables that pandoc draws are tables", "[read][markdown]") {
  using Row = std::tuple<const char*, const char*>;
  const auto [text, rows] = GENERATE(table<const char*, const char*>({
      Row{"+------+-------+\n| Term | Means |\n+======+=======+\n| A    | one   |\n|      | two   |\n|      |       |\n|      | more  "
          "|\n+------+-------+\n| B    | "
          "three |\n+------+-------+",
          "# Term | Means / A | one two~more / B | three"},
      Row{"text\n+---+---+\n| A | b |\n+---+---+\n| C \\| D | e |\n+---+---+\nmore", "A | b / C | D | e"},
      Row{"+---+---+\n| A | b |\n+---+---+\n| cut off", "A | b"},
      Row{"+---+---+\n| A | {++b++} {--c--} |\n+---+---+", "A | b c"},
      Row{"  ------- ------------\n  **T**   **Means**\n  A       one\n  B\u00e9      two\n  ------- ------------",
          "T | Means / A | one / B\u00e9 | two"},
      Row{"  Term    Means\n  ------- ------------\n  A       one\n  B       two\n\nafter", "# Term | Means / A | one / B | two"},
      Row{"---------------------\nTerm    Means\n------- -------------\nA       one\n        two\n\nB       three\n---------------------\n",
          "# Term | Means / A | one two / B | three"},
      Row{"|   |   |\n|---|---|\n| Term | Means |\n| A | one |", "Term | Means / A | one"},
      Row{"| Term |   |\n|---|---|\n| A | one |", "# Term |  / A | one"},
  }));
  CAPTURE(text);
  CHECK(table_of(text) == rows);
}

TEST_CASE("What only looks like a drawn table is text", "[read][markdown]") {
  for (const char* text :
       {"- - -", "--- ---", "Heading\n-------\n\ntext", "```\n+---+---+\n| a | b |\n+---+---+\n```", "+---+---+\n| a | b", "1.1 A\n------- ----"}) {
    CAPTURE(text);
    CHECK(markdown(text).tables.empty());
  }
}

TEST_CASE("Lines of drawn tables are those of the file", "[read][markdown]") {
  const Document document = markdown("one\n\n+---+---+\n| A | b |\n|   | c |\n+---+---+\n| D | e |\n+---+---+\n\nlast\n");
  std::vector<std::uint32_t> lines;
  for (const Paragraph& paragraph : document.paragraphs) lines.push_back(paragraph.origin);
  CHECK(lines == std::vector<std::uint32_t>{1, 4, 4, 7, 7, 10});
}

TEST_CASE("Hostile Markdown ends soon", "[read][markdown]") {
  std::string text;
  SECTION("quotes") { text = many(100000, "> ") + "x"; }
  SECTION("quote lines") { text = many(2000, many(300, ">") + "\n"); }
  SECTION("nested lists") {
    for (int i = 0; i < 2000; ++i) text += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- x\n";
  }
  SECTION("brackets") { text = many(50000, "[") + many(50000, "]"); }
  SECTION("links") { text = many(50000, "[a]("); }
  SECTION("emphasis") { text = many(100000, "*a _b "); }
  SECTION("backticks") {
    for (int i = 0; i < 1000; ++i) text += "x" + std::string(static_cast<std::size_t>(i), '`');
  }
  SECTION("marks") { text = many(100000, "{++{--{~~"); }
  SECTION("nested marks") { text = many(3000, "{++a ") + many(3000, "b++} "); }
  SECTION("signs in the source") {
    text = many(1000,
                "\uFDD0\uFDD8"
                "99999\uFDDA\uFDD4\uFDD9");
  }
  SECTION("entities") { text = many(20000, "&amp;&bogus;"); }
  SECTION("NUL and bad bytes") { text = std::string("a\0b\xFF\xFE\n\n\0", 9); }
  SECTION("wide table") { text = "|" + many(20000, "a|") + "\n|" + many(20000, "-|") + "\n" + many(1000, "|x|\n"); }
  SECTION("html") { text = many(50000, "<div>\n"); }
  SECTION("borders of tables") { text = many(100000, "+---+---+\n| a | b |\n"); }
  SECTION("columns of tables") { text = many(50000, "\n---- ----\na b\n"); }
  SECTION("rules and columns") { text = many(30000, "\n------\na\n---- ----\nb\n\n"); }
  SECTION("rules alone") { text = many(100000, "\n-----\n"); }
  SECTION("notes") { text = many(20000, "[^a] ") + "\n\n[^a]: x"; }
  const Document document = markdown(text);
  CHECK(document.text.size() < 30000000);
}
