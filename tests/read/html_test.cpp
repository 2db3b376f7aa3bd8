// Pages as code portals publish them: what shows is text, what was marked is in its view.
#include "read/html.h"

#include <catch2/catch.hpp>

#include "read/reading.h"

using namespace dovetail;

namespace {

Document page(std::string_view html) {
  Document document = read_with(read_html, html);
  REQUIRE(is_sound(document));
  return document;
}

std::string many(int times, std::string_view text) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("White space collapses as CSS says", "[read][html]") {
  using Row = std::tuple<const char*, const char*>;
  const auto [html, lines] = GENERATE(table<const char*, const char*>({
      Row{"<p>of the\n  <a href='#c'>\n  Code</a>\n, and</p>", "of the Code , and"},
      Row{"<p> a <b> b </b> c </p>", "a b c"},
      Row{"<p>a<b>b</b>c</p>", "abc"},
      Row{"<div>one<p>two</p>three</div>", "one / two / three"},
      Row{"<p>a<br>b<br/>c</p>", "a b c"},
      Row{"<p>a<br><br>b<br></p>", "a / b"},
      Row{"<p>1.1&nbsp;&nbsp;Text &amp; more &#8211; end</p>", "1.1\u00A0\u00A0Text & more \u2013 end"},
      Row{"<p></p><p> </p><p>x</p>", "x"},
      Row{"<pre>a\n  b</pre>", "a   b"},
      Row{"<p>un</p><p>closed<p>again", "un / closed / again"},
      Row{"<p>say <q>so</q></p>", "say \u201Cso\u201D"},
      Row{"<ruby>base<rt>over</rt></ruby>", "base"},
      Row{"a<script>x</script><style>y</style><!-- z -->b", "ab"},
  }));
  CAPTURE(html);
  CHECK(proposed_of(page(html)) == lines);
}

TEST_CASE("ins and del are revisions, s is only struck", "[read][html]") {
  using Row = std::tuple<const char*, const char*, const char*>;
  const auto [html, baseline, proposed] = GENERATE(table<const char*, const char*, const char*>({
      Row{"<p>a <ins>new </ins>b</p>", "a b", "a new b"},
      Row{"<p>a <del>old</del><ins>new</ins> b</p>", "a old b", "a new b"},
      Row{"<p>a <s>struck</s> <strike>too</strike></p>", "a struck too", "a struck too"},
      Row{"<p>one</p><p><ins>two</ins></p><p>three</p>", "one / three", "one / two / three"},
      Row{"<p>one</p><del><p>two</p><p>more</p></del><p>three</p>", "one / two / more / three", "one / three"},
      Row{"<ol><li>a</li><ins><li>b</li></ins><li>c</li></ol>", "1.\ta / 2.\tc", "1.\ta / 2.\tb / 3.\tc"},
      Row{"<table><tr><td>a</td><td>b</td></tr><tr><td><ins>c</ins></td><td><ins>d</ins></td></tr></table>", "a / b", "a / b / c / d"},
      Row{"<table><tr><td><del>a</del></td><td>b</td></tr></table>", "a / b", " / b"},
      Row{"<p><ins>a</ins> <del>b</del> c</p>", "b c", "a c"},
      Row{"<p>a <del>old</del> <ins>new</ins> b</p>", "a old b", "a new b"},
      Row{"<p>a <ins>new</ins> <del>old</del> <ins>more</ins> b</p>", "a old b", "a new more b"},
      Row{"<p>a<ins> </ins> b</p>", "a b", "a b"},
      Row{"<p><ins>New</ins> text<del> gone</del></p>", "text gone", "New text"},
      Row{"<p><ins>a<del>never</del></ins>b</p>", "b", "ab"},
  }));
  CAPTURE(html);
  const Document document = page(html);
  CHECK(baseline_of(document) == baseline);
  CHECK(proposed_of(document) == proposed);
}

TEST_CASE("A revision keeps its date", "[read][html]") {
  const Document document = page("<p>a <ins datetime='2024-06-01'>b</ins></p>");
  REQUIRE(document.revisions.size() == 1);
  CHECK(document.revisions[Id<Revision>(0)].date == "2024-06-01");
}

TEST_CASE("Numbers of list items are computed", "[read][html]") {
  using Row = std::tuple<const char*, const char*>;
  const auto [html, lines] = GENERATE(table<const char*, const char*>({
      Row{"<ol><li>a<li>b</ol>", "1.\ta / 2.\tb"},
      Row{"<ol type=a start=27><li>x</li></ol>", "aa.\tx"},
      Row{"<ol type=i><li>x</li><li value=9>y</li><li>z</ol>", "i.\tx / ix.\ty / x.\tz"},
      Row{"<ol reversed><li>x<li>y</ol>", "2.\tx / 1.\ty"},
      Row{"<ol><li>a<ol type=A><li>b</ol><li>c</ol>", "1.\ta / A.\tb / 2.\tc"},
      Row{"<ol><li><p>first</p><p>second</p></li></ol>", "1.\tfirst / second"},
      Row{"<ul><li>x</ul>", "\u2022\tx"},
      Row{"<ol><li>(a) typed</li><li>1.2 typed</li><li>4 WD after</li></ol>", "(a) typed / 1.2 typed / 3.\t4 WD after"},
      Row{"<ol style='list-style-type: lower-roman'><li>x</ol><ol style='list-style: none'><li>y</ol>", "i.\tx / y"},
      Row{"<ol start=99999999999999999999><li>x</ol>", "1000000000.\tx"},
  }));
  CAPTURE(html);
  CHECK(proposed_of(page(html)) == lines);
}

TEST_CASE("Page furniture and what is hidden are not read", "[read][html]") {
  const Document document = page(
      "<html><head><title>Section K: X</title><meta name=version content='V45.0'></head><body><header>Portal</header><nav>Menu</nav>"
      "<div hidden>a</div><div style='display : none'>b</div><article><header><h1>Section "
      "K</h1></header><p>Text</p></article><footer>(c)</footer></body>");
  CHECK(proposed_of(document) == "Section K / Text");
  CHECK(document.properties.at("title") == "Section K: X");
  CHECK(document.properties.at("version") == "V45.0");
  CHECK(document.lost == Losses());
  CHECK(has_problem(document, "input.lossy-source"));
  CHECK(proposed_of(page("<div>chrome</div><main><p>own</p></main><div>chrome</div>")) == "own");
}

TEST_CASE("Headings have levels", "[read][html]") {
  const Document document = page("<h1>1 One</h1><p>x</p><h3>1.1 Two</h3><div role=heading aria-level=2>Three</div>");
  const auto outline = [&](std::uint32_t n) { return int(document.paragraph_formats[document.paragraphs[Id<Paragraph>(n)].format[0]].outline); };
  CHECK(outline(0) == 0);
  CHECK(outline(1) == 9);
  CHECK(outline(2) == 2);
  CHECK(outline(3) == 1);
}

TEST_CASE("Tables with merged cells and names", "[read][html]") {
  const Document document = page(
      "<h2>Data items</h2><table><thead><tr><th>Id<th>Name</thead><tr><td rowspan=2>DI1<td>a<tr><td>b<tr><td colspan=2>both</table>"
      "<table><caption>Enumerations</caption><tr><th>Code</th></tr><tr><td>X<table><tr><td>inner</td></tr></table></td></tr></table>");
  CHECK(proposed_of(document) == "Data items / Id / Name / DI1 / a /  / b / both / Enumerations / Code / X / inner");
  REQUIRE(document.tables.size() == 3);
  CHECK(document.tables[Id<TextTable>(0)].name == "Data items");
  CHECK(document.tables[Id<TextTable>(1)].name == "Enumerations");
  CHECK(document.tables[Id<TextTable>(2)].outer);
  CHECK(document.rows[Id<Row>(0)].header);
  CHECK_FALSE(document.rows[Id<Row>(1)].header);
  CHECK(document.cells[Id<Cell>(4)].continues_above);
  CHECK(document.cells[Id<Cell>(5)].column == 1);
  CHECK(document.cells[Id<Cell>(6)].columns == 2);
}

TEST_CASE("Notes of pages are notes", "[read][html]") {
  const Document document = page(
      "<p>As required.<sup><a href='#fn8' id='r8'>8</a></sup> Then<a href='#n2'><sup>[2]</sup></a>.</p>"
      "<section><ol><li id='fn8'><p>See annex. <a href='#r8'>back</a></p></li></ol><p id=n2>Second</p></section>");
  CHECK(proposed_of(document) == "As required. Then.");
  CHECK(lines_of(document, View::proposed, Part::footnote) == "See annex. / Second");
  REQUIRE(document.notes.size() == 2);
  CHECK(document.notes[Id<Note>(0)].anchor == 12);
  CHECK(document.notes[Id<Note>(1)].mark == "2");
}

TEST_CASE("Links, anchors and formats are kept", "[read][html]") {
  const Document document = page(
      "<p id=p1>see <a href='x.html#k'>Section K</a> <b>bold</b> <span style='color:#f00;text-decoration: line-through'>red</span> "
      "m<sup>2</sup></p>");
  REQUIRE(document.links.size() == 1);
  CHECK(slice(document.text, document.links[Id<Link>(0)].span) == "Section K");
  CHECK(document.bookmarks[Id<Bookmark>(0)].name == "p1");
  const auto format_of = [&](std::string_view words) {
    for (const Run& run : document.runs)
      if (slice(document.text, run.span) == words) return document.formats[run.format];
    return Format{};
  };
  CHECK(format_of("bold").bold);
  CHECK(format_of("red").colour == 0xFF0000);
  CHECK(format_of("red").strike);
  CHECK(format_of("2").vertical == VerticalAlign::superscript);
}

TEST_CASE("LibreOffice shades the numbers of cross-references, and nothing else is let off", "[read][html]") {
  const auto shading = [](const std::string& html) {
    const Document document = page(html);
    return document.formats[document.runs[Id<Run>(1)].format].shading != Format{}.shading;
  };
  CHECK_FALSE(shading("<p>See <span style=\"background: #c0c0c0\">2.1(b)</span>.</p>"));
  CHECK(shading("<p>See <span style=\"background: #c0c0c0\">the words</span>.</p>"));
  CHECK(shading("<p>See <span style=\"background: #ffff00\">2.1(b)</span>.</p>"));
}

TEST_CASE("The encoding is that of the page", "[read][html]") {
  CHECK(proposed_of(page("<meta charset=windows-1252><p>\x93K\x94</p>")) == "\u201CK\u201D");
  CHECK(proposed_of(page("<meta http-equiv=Content-Type content='text/html; charset=utf-8'><p>caf\xC3\xA9</p>")) == "caf\u00E9");
  CHECK(proposed_of(page("<meta charset=utf-8><p>caf\xE9 x</p>")) == "caf\uFFFD x");
  CHECK(proposed_of(page("<p>\x96</p>")) == "\u2013");
}

TEST_CASE("Hostile pages end soon", "[read][html]") {
  std::string html;
  bool limited = true;
  SECTION("deep div") { html = many(100000, "<div>") + "x"; }
  SECTION("deep b") { html = many(100000, "<b id=a><p>") + "x"; }
  SECTION("deep distinct b") {
    html = "<p>";
    for (int i = 0; i < 400; ++i) html += "<b id=" + std::to_string(i) + ">";
    html += many(100000, "<p>x");
  }
  SECTION("deep tables") { html = many(100000, "<table><tr><td>") + "x"; }
  SECTION("deep lists") { html = many(100000, "<ul><li>") + "x"; }
  SECTION("spans") {
    html = "<table><tr>" + many(2000, "<td rowspan=1e9 colspan=999999999>x") + many(2000, "<tr><td>y");
    limited = false;
  }
  SECTION("NUL and bad bytes") {
    html = std::string("<p>a\0b\xFF<\0p>", 12);
    limited = false;
  }
  SECTION("nothing") { limited = false; }
  SECTION("not closed") {
    html = "<p title='";
    limited = false;
  }
  SECTION("entities") {
    html = many(100000, "&lt;&bogus;&#xFFFFFFFFFF;");
    limited = false;
  }
  const Document document = page(html);
  CHECK(has_problem(document, "input.limit") == limited);
}

TEST_CASE("A page loses only what its own means can hide", "[read][html]") {
  const std::string typed = "<p>1.1 One</p><p>1.2 Two</p><p>(a) Three</p>", list = "<ol><li>One</li><li>Two</li></ol>";
  const std::string sheet = "<link rel=stylesheet href=portal.css>";
  using Row = std::tuple<std::string, Losses>;
  const auto [html, lost] = GENERATE_COPY(table<std::string, Losses>({
      Row{typed, {}},
      Row{list, {}},
      Row{sheet + typed, {}},
      Row{"<p>No number at all</p>", {}},
      Row{sheet + "<p>No number at all</p>", {.numbers = true}},
      Row{sheet + list + typed, {.numbers = true}},
      Row{"<link rel='stylesheet' media=print href=paper.css>" + list, {}},
      Row{"<style>p.n::before { content: counter(clause) }</style>" + typed, {.numbers = true}},
      Row{"<style>.menu { list-style: none }</style>" + typed, {}},
      Row{"<style>ol { list-style-type: lower-alpha }</style>" + list, {.numbers = true}},
      Row{"<style>@import url(other.css);</style>" + list, {.numbers = true}},
      Row{typed + "<p>a <ins>b</ins> <del class=deleted>c</del></p>", {}},
      Row{typed + "<p>a <span class='redline ins'>b</span></p>", {.marks = true}},
      Row{typed + "<p>a <span class=instruction>b</span></p>", {}},
      Row{typed + "<p>a <span class=deleted style='text-decoration: line-through'>b</span></p>", {}},
      Row{typed + "<script>document.write('1.3 More')</script>", {.text = true}},
      Row{typed + "<script type='application/json'>{\"html\": \"innerHTML\"}</script>", {}},
      Row{typed + "<script src=statistics.js></script>", {}},
      Row{typed + "<noscript>You need to enable JavaScript to run this app.</noscript>", {.text = true}},
      Row{typed + "<noscript><img src=pixel.gif></noscript>", {}},
      Row{typed + "<iframe src=annex.html></iframe>", {.text = true}},
  }));
  INFO(html);
  const Document document = page("<html><body>" + html + "</body></html>");
  CHECK(document.lost == lost);
  CHECK(has_problem(document, "input.lossy-source"));
}
