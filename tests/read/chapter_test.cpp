// One chapter in every format says the same, but for the differences listed here, each with its reason.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "help/source.h"
#include "read/readers.h"
#include "read/reading.h"

using namespace dovetail;

namespace {

const std::string folder = help::source_folder() + "/fixtures/chapter/";

Document chapter(const std::string& name) {
  Document document = read_file(name, folder + name, FileKind::unknown, {});
  REQUIRE(is_sound(document));
  return document;
}

std::vector<std::string> lines(const Document& document, Part part = Part::body) {
  std::vector<std::string> result;
  std::string all = lines_of(document, View::proposed, part);
  for (std::size_t at = all.find(" / "); at != std::string::npos; at = all.find(" / ")) {
    result.push_back(all.substr(0, at));
    all.erase(0, at + 3);
  }
  result.push_back(all);
  return result;
}

void check_same(const std::vector<std::string>& expected, const std::vector<std::string>& found) {
  REQUIRE(expected.size() > 60);
  for (std::size_t i = 0; i < expected.size() && i < found.size(); ++i) {
    if (found[i] != expected[i]) {
      INFO("line " << i);
      CHECK(found[i] == expected[i]);
      break;
    }
  }
  CHECK(found.size() == expected.size());
}

}  // namespace

TEST_CASE("The chapter reads the same from every format that keeps paragraphs", "[read][chapter]") {
  const auto expected = lines(chapter("chapter.marked.txt"));
  const std::string name = GENERATE("chapter.md", "chapter.html", "chapter.odt", "chapter.docx");
  CAPTURE(name);
  const Document document = chapter(name);
  check_same(expected, lines(document));
  REQUIRE(document.notes.size() == 1);
  CHECK(lines(document, Part::footnote) == lines(chapter("chapter.marked.txt"), Part::footnote));
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[Id<TextTable>(0)].columns == 5);
  CHECK(document.rows.size() == 5);
  CHECK(document.rows[Id<Row>(0)].header);
}

// A PDF has no tables, and typed numbers alone say where paragraphs begin. So, against the other formats:
// - a table row is one line or more of words, since cells are only places on the page;
TEST_CASE("The chapter as PDF has the same provisions in the same words", "[read][chapter]") {
  const Document document = chapter("chapter.pdf");
  if (has_problem(document, "input.unreadable", "not installed")) {
    WARN("pdftotext is not installed: PDF not tested");
    return;
  }
  const auto found = lines(document);
  std::size_t at = 0, compared = 0;
  const Document marked = chapter("chapter.marked.txt");
  const Projection projection = project(marked, View::proposed, Spelling::faithful);
  for (const Line& expected : projection.lines) {
    const Paragraph& paragraph = marked.paragraphs[expected.paragraph];
    if (paragraph.cell || paragraph.part != Part::body) continue;
    const std::string line(slice(projection.text, expected.span));
    while (at < found.size() && found[at] != line) ++at;
    INFO(line);
    REQUIRE(at < found.size());
    ++compared;
  }
  CHECK(compared > 60);
  CHECK(document.lost == Losses{true, true, true, false});
  CHECK(lines(document, Part::footnote) == lines(chapter("chapter.marked.txt"), Part::footnote));
}
