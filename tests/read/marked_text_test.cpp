// Marked text is the notation of nearly all rule tests: every sign of it, in both views.
#include "read/marked_text.h"

#include <catch2/catch.hpp>

#include "read/reading.h"

using namespace dovetail;

namespace {

Document marked(std::string_view text) {
  Document document = read_with(read_marked_text, text);
  REQUIRE(is_sound(document));
  return document;
}

}  // namespace

TEST_CASE("A line that is not empty is a paragraph", "[read][marked]") {
  const Document document = marked("1.1\tFirst\r\n\r\n  (a) second  \n(b) third");
  CHECK(proposed_of(document) == "1.1\tFirst / (a) second / (b) third");
  CHECK(document.paragraphs[Id<Paragraph>(1)].origin == 3);
  CHECK(document.paragraph_formats[document.paragraphs[Id<Paragraph>(1)].format[1]].indent == 144);
  CHECK(document.problems.empty());
}

TEST_CASE("Marks in both views", "[read][marked]") {
  using Row = std::tuple<const char*, const char*, const char*>;
  const auto [text, baseline, proposed] = GENERATE(table<const char*, const char*, const char*>({
      Row{"a {++new ++}b", "a b", "a new b"},
      Row{"a {--old --}b", "a old b", "a b"},
      Row{"a {~~old~>new~~} b", "a old b", "a new b"},
      Row{"a {~~x->y~>z~~} b", "a x->y b", "a z b"},
      Row{"a {++new {--never --}++}b", "a b", "a new b"},
      Row{"a {==b==} c", "a b c", "a b c"},
      Row{"a {>>why?<<}b", "a b", "a b"},
      Row{"a {>>{++x++} and --} <<}b", "a b", "a b"},
      Row{"one\n{++two++}\nthree", "one / three", "one / two / three"},
      Row{"one\n{--two--}\nthree", "one / two / three", "one / three"},
      Row{"one\n{++two\nmore++}\nthree", "one / three", "one / two / more / three"},
      Row{"one\n{++\ntwo\n\nmore\n++}\nthree", "one / three", "one / two / more / three"},
      Row{"one{++\ntwo++}\nthree", "one / three", "one / two / three"},
      Row{"one{--\n--}two\nthree", "one / two / three", "onetwo / three"},
      Row{"on{++\n++}e\nthree", "one / three", "on / e / three"},
      Row{"one\n{--two--}{++deux++}\nthree", "one / two / three", "one / deux / three"},
      Row{"one\n{~~two~>deux~~}\nthree", "one / two / three", "one / deux / three"},
      Row{"one\n  {++two++}  {>>new<<}\nthree", "one / three", "one / two / three"},
      Row{"# {++1 New++}\nx", "x", "1 New / x"},
      Row{"{++# 1 New++}\nx", "x", "1 New / x"},
  }));
  const Document document = marked(text);
  CAPTURE(text);
  CHECK(baseline_of(document) == baseline);
  CHECK(proposed_of(document) == proposed);
  CHECK(document.problems.empty());
}

TEST_CASE("Marks without their other half stay text and are told", "[read][marked]") {
  using Row = std::tuple<const char*, const char*, const char*>;
  const auto [text, baseline, proposed] = GENERATE(table<const char*, const char*, const char*>({
      Row{"a {++b", "a {++b", "a {++b"},
      Row{"a --} b", "a --} b", "a --} b"},
      Row{"{++a {--b++} c", " c", "a {--b c"},
      Row{"a {~~b~~} c", "a {~~b~~} c", "a {~~b~~} c"},
      Row{"a {>>b {>>c<<} d", "a {>>b  d", "a {>>b  d"},
      Row{"{~~a {++b~>c~~}", "{~~a {++b~>c~~}", "{~~a {++b~>c~~}"},
  }));
  const Document document = marked(text);
  CAPTURE(text);
  CHECK(baseline_of(document) == baseline);
  CHECK(proposed_of(document) == proposed);
  CHECK(has_problem(document, "input.damaged", "line 1: the mark"));
}

TEST_CASE("A backslash takes the meaning from signs", "[read][marked]") {
  const Document document = marked("\\# not a heading\n\\{++not new\\++} at C:\\path\n| a \\| b | c |\n\\| d |\nsee \\[^1]\n");
  CHECK(proposed_of(document) == "# not a heading / {++not new++} at C:\\path / a | b / c / | d | / see [^1]");
  CHECK(document.notes.empty());
  CHECK(document.problems.empty());
}

TEST_CASE("Headings have the level of their signs", "[read][marked]") {
  const Document document = marked("# 1 One\n## 1.1 Two\n#3 not\n########## ten\n#\n");
  CHECK(proposed_of(document) == "1 One / 1.1 Two / #3 not / ########## ten / #");
  const auto outline = [&](std::uint32_t n) { return int(document.paragraph_formats[document.paragraphs[Id<Paragraph>(n)].format[0]].outline); };
  CHECK(outline(0) == 0);
  CHECK(outline(1) == 1);
  CHECK(outline(2) == 9);
  CHECK(outline(3) == 9);
}

TEST_CASE("Rows of bars are tables", "[read][marked]") {
  const Document document = marked(
      "before\n| REF | WHEN |\n|-----|:---:|\n| 3.1.1 | Within {~~2~>3~~} WD |\n{++| 3.1.2 | At once<br>or later |++}\n{--| 3.1.3 | |--}\nafter\n| x "
      "|\n");
  CHECK(baseline_of(document) == "before / REF / WHEN / 3.1.1 / Within 2 WD / 3.1.3 /  / after / x");
  CHECK(proposed_of(document) == "before / REF / WHEN / 3.1.1 / Within 3 WD / 3.1.2 / At once / or later / after / x");
  REQUIRE(document.tables.size() == 2);
  CHECK(document.tables[Id<TextTable>(0)].columns == 2);
  REQUIRE(document.rows.size() == 5);
  CHECK(document.rows[Id<Row>(0)].header);
  CHECK_FALSE(document.rows[Id<Row>(1)].header);
  CHECK(document.rows[Id<Row>(2)].inserted);
  CHECK(document.rows[Id<Row>(3)].deleted);
  CHECK(document.rows[Id<Row>(3)].number == 4);
  CHECK(document.cells[Id<Cell>(3)].column == 1);
  CHECK(slice(document.text, document.cells[Id<Cell>(2)].span) == "3.1.1\n");
}

TEST_CASE("A blank line ends a table, a tab makes none", "[read][marked]") {
  const Document document = marked("| a | b |\n\n| c | d |\n1.1\tText\n");
  CHECK(document.tables.size() == 2);
  CHECK(proposed_of(document) == "a / b / c / d / 1.1\tText");
}

TEST_CASE("Notes have their mark in the text and their words behind the body", "[read][marked]") {
  const Document document = marked("As required.[^1] Twice{++[^b]++}.\n[^1]: See {++also ++}annex.\n[^b]: Second\n[^unused]: stays\nno [^text]\n");
  CHECK(proposed_of(document) == "As required. Twice. / [^unused]: stays / no [^text]");
  CHECK(lines_of(document, View::proposed, Part::footnote) == "See also annex. / Second");
  CHECK(lines_of(document, View::baseline, Part::footnote) == "See annex.");
  REQUIRE(document.notes.size() == 2);
  CHECK(document.notes[Id<Note>(0)].anchor == 12);
  CHECK(document.notes[Id<Note>(0)].mark == "1");
  CHECK_FALSE(document.notes[Id<Note>(0)].inserted);
  CHECK(document.notes[Id<Note>(1)].inserted);
}

TEST_CASE("A comment is about the highlighted words before it, or a point", "[read][marked]") {
  const Document document = marked("the {==Data Service==}{>>which one?<<} shall {>>here<<}send");
  CHECK(proposed_of(document) == "the Data Service shall send");
  CHECK(lines_of(document, View::proposed, Part::comment) == "which one? / here");
  REQUIRE(document.comments.size() == 2);
  CHECK(slice(document.text, document.comments[Id<Comment>(0)].anchor) == "Data Service");
  CHECK(document.comments[Id<Comment>(1)].anchor.empty());
  CHECK(slice(document.text, document.comments[Id<Comment>(1)].span) == "here\n");
}

TEST_CASE("Text files in other encodings", "[read][marked]") {
  CHECK(proposed_of(marked("\xEF\xBB\xBF"
                           "caf\xC3\xA9")) == "caf\xC3\xA9");
  CHECK(proposed_of(marked("\x93quoted\x94 \x96 caf\xE9")) == "\xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x80\x93 caf\xC3\xA9");
  CHECK(proposed_of(marked(std::string_view("\xFF\xFE"
                                            "a\0\n\0b\0",
                                            8))) == "a / b");
  const Document damaged = marked("caf\xC3\xA9 na\xC3\xAFve \xFF!");
  CHECK(proposed_of(damaged) == "caf\xC3\xA9 na\xC3\xAFve \xEF\xBF\xBD!");
  CHECK(has_problem(damaged, "input.damaged"));
}

TEST_CASE("Hostile marked text is read in linear time", "[read][marked]") {
  std::string text;
  SECTION("nothing") { text = ""; }
  SECTION("NUL bytes") { text = std::string("a\0b\n\0", 5); }
  SECTION("open marks") {
    for (int i = 0; i < 200000; ++i) text += "{++{--{~~{=={>>";
  }
  SECTION("closed marks") {
    for (int i = 0; i < 200000; ++i) text += "++}--}~~}==}<<}";
  }
  SECTION("nested marks") {
    for (int i = 0; i < 2000; ++i) text += "{++a";
    for (int i = 0; i < 2000; ++i) text += "b++}";
  }
  SECTION("crossed marks") {
    for (int i = 0; i < 100000; ++i) text += "{++a{--b++}c--}";
  }
  SECTION("bars") { text = std::string(500000, '|'); }
  SECTION("note names") {
    for (int i = 0; i < 200000; ++i) text += "[^";
    text += "\n[^a]: [^";
  }
  const Document document = marked(text);
  CHECK(document.text.size() <= text.size() * 4 + 10);
}

TEST_CASE("Limits stop the reading of marked text and are told", "[read][marked]") {
  Limits limits;
  limits.paragraphs = 2;
  const Document document = read_with(read_marked_text, "a\nb\nc\nd\n", limits);
  CHECK(document.paragraphs.size() == 2);
  CHECK(has_problem(document, "input.limit"));
}
