// PDF: what pdftotext sees, as paragraphs; and files that no reader should trust.
#include "read/pdf.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "help/source.h"
#include "read/pdf/page.h"
#include "read/pdf/pdftotext.h"
#include "read/reading.h"
#include "text/unicode.h"

using namespace dovetail;

namespace {

struct Placed {
  double left, top, right, height;
  std::string words;
};

std::string box_of(double left, double right, const Placed& line) {
  return "xMin=\"" + std::to_string(left) + "\" yMin=\"" + std::to_string(line.top) + "\" xMax=\"" + std::to_string(right) + "\" yMax=\"" +
         std::to_string(line.top + line.height) + "\"";
}

/// A page of lines, each of words as wide as they have letters.
std::string page_of(const std::vector<Placed>& lines) {
  std::string xhtml = "<page width=\"595\" height=\"842\"><flow><block>";
  for (const Placed& line : lines) {
    const double letter = (line.right - line.left) / static_cast<double>(std::max<std::size_t>(line.words.size(), 1));
    xhtml += "<line " + box_of(line.left, line.right, line) + ">";
    for (std::size_t begin = 0; begin < line.words.size();) {
      const std::size_t end = std::min(line.words.find(' ', begin), line.words.size());
      const auto at = [&](std::size_t n) { return line.left + letter * static_cast<double>(n); };
      xhtml += "<word " + box_of(at(begin), at(end), line) + ">" + line.words.substr(begin, end - begin) + "</word>";
      begin = end + 1;
    }
    xhtml += "</line>";
  }
  return xhtml + "</block></flow></page>";
}

std::string document_of(const std::string& pages) { return "<html><body><doc>" + pages + "</doc></body></html>"; }

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("Running heads, page numbers and contents lines are not text", "[read][pdf]") {
  std::string pages;
  for (int i = 1; i <= 4; ++i)
    pages += page_of({{50, 30, 400, 12, "XBSCP901 Version 3.0"},
                      {50, 200, 500, 12, "3.1 Registration ............... " + std::to_string(i)},
                      {50, 220, 500, 12, "words of page " + std::to_string(i)},
                      {50, 30.0 + i, 100, 12, "odd " + std::string(static_cast<std::size_t>(i), 'x')},
                      {50, 810, 400, 12, "Page " + std::to_string(i) + " of 4"}});
  const pdf::Pages read = pdf::read_pages(document_of(pages));
  REQUIRE(read.pages.size() == 4);
  const auto& lines = read.pages[2].lines;
  REQUIRE(lines.size() == 5);
  CHECK(lines[0].furniture);
  CHECK(lines[1].contents);
  CHECK_FALSE(lines[2].furniture);
  CHECK_FALSE(lines[3].furniture);
  CHECK(lines[4].furniture);
  CHECK_FALSE(read.redlined);
}

TEST_CASE("Contents with two page numbers in one are redlined", "[read][pdf]") {
  const std::string contents =
      page_of({{50, 200, 500, 12, "3.1 Registration ............... 1011"}, {50, 220, 500, 12, "3.2 Collection ......... 1213"}});
  std::string pages = contents;
  for (int i = 0; i < 30; ++i) pages += page_of({{50, 200, 500, 12, "x"}});
  CHECK(pdf::read_pages(document_of(pages)).redlined);
  CHECK_FALSE(pdf::read_pages(document_of(page_of({{50, 200, 500, 12, "3.1 Registration ......... 11"}, {50, 220, 500, 12, "3.2 x ......... 12"}})))
                  .redlined);
}

TEST_CASE("Contents without dots are known by a title and page numbers that grow", "[read][pdf]") {
  const auto contents = [](const std::vector<std::string>& numbers, const std::string& title) {
    std::vector<Placed> lines{{50, 100, 150, 12, title}};
    double top = 140;
    for (const auto& number : numbers) {
      lines.push_back({50, top, 300, 12, "Heading of this"});
      lines.push_back({520, top, 540, 12, number});
      top += 20;
    }
    lines.push_back({50, 600, 300, 12, "1 Introduction"});
    std::string pages = page_of(lines);
    for (int i = 0; i < 12; ++i) pages += page_of({{50, 200, 500, 12, "words"}});
    const pdf::Pages read = pdf::read_pages(document_of(pages));
    return std::count_if(read.pages[0].lines.begin(), read.pages[0].lines.end(), [](const pdf::Line& line) { return line.contents; });
  };
  CHECK(contents({"3", "4", "4", "11"}, "CONTENTS") == 9);
  CHECK(contents({"3", "4"}, "CONTENTS") == 0);
  CHECK(contents({"5", "4", "9"}, "Contents") == 0);
  CHECK(contents({"3", "4", "900"}, "Contents") == 0);
  CHECK(contents({"3", "4", "5"}, "Charges") == 0);
}

TEST_CASE("A PDF with balloons of changes is a redline, and they are no text", "[read][pdf]") {
  const std::string pages =
      page_of({{50, 200, 400, 12, "The Supplier shall"}, {450, 200, 580, 8, "Deleted: DSO"}, {450, 220, 580, 8, "Commented [A1]: why"}});
  const pdf::Pages read = pdf::read_pages(document_of(pages));
  CHECK(read.redlined);
  CHECK_FALSE(read.pages[0].lines[0].furniture);
  CHECK(read.pages[0].lines[1].furniture);
  CHECK_FALSE(pdf::read_pages(document_of(page_of({{50, 200, 400, 12, "Deleted: 1.2"}}))).redlined);
}

TEST_CASE("A number beside a line goes in front of it", "[read][pdf]") {
  const pdf::Pages read = pdf::read_pages(
      document_of(page_of({{50, 200, 70, 12, "1.1"}, {50, 240, 70, 12, "1.2"}, {90, 200, 500, 12, "First"}, {90, 240, 500, 12, "Second"}})));
  REQUIRE(read.pages[0].lines.size() == 2);
  CHECK(read.pages[0].lines[0].text() == "1.1 First");
  CHECK(read.pages[0].lines[1].tabbed);
}

namespace {

/// "row.column words" of every line of a page that stands in a table, in order; "words" of the others.
std::vector<std::string> placed(const std::vector<Placed>& lines) {
  std::vector<std::string> all;
  const pdf::Pages read = pdf::read_pages(document_of(page_of(lines)));
  for (const pdf::Line& line : read.pages[0].lines)
    all.push_back(line.table == 0 ? line.text() : std::to_string(line.row) + "." + std::to_string(line.column) + " " + line.text());
  return all;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Columns with a gutter are tables, and rows stand further apart than lines", "[read][pdf]") {
  // As pdftotext gives them: a column after the other. Lines of a cell are 13 apart, rows 16.
  CHECK(placed({{50, 100, 500, 12, "The words below mean:"},
                {50, 200, 120, 14, "Delivery"},
                {50, 213, 110, 14, "Note"},
                {50, 229, 130, 14, "Depot"},
                {200, 200, 480, 14, "means a paper that goes"},
                {200, 213, 300, 14, "with the goods"},
                {200, 229, 470, 14, "means a place"},
                {200, 242, 350, 14, "of that kind."},
                {50, 290, 500, 14, "1.2 The next paragraph"}}) == Lines{"The words below mean:", "0.0 Delivery", "0.0 Note",
                                                                        "0.1 means a paper that goes", "0.1 with the goods", "1.0 Depot",
                                                                        "1.1 means a place", "1.1 of that kind.", "1.2 The next paragraph"});
  // A heading centred over its column, three columns, an empty cell, a first cell that goes on alone.
  CHECK(placed({{60, 200, 80, 14, "Ref"},
                {180, 200, 240, 14, "When"},
                {380, 200, 420, 14, "Who"},
                {50, 216, 90, 14, "3.1.1"},
                {150, 216, 320, 14, "Within two days of the"},
                {150, 229, 250, 14, "end of it"},
                {370, 216, 450, 14, "Agent"},
                {50, 245, 90, 14, "3.1.2"},
                {150, 245, 250, 14, "At once"}}) ==
        Lines{"0.0 Ref", "0.1 When", "0.2 Who", "1.0 3.1.1", "1.1 Within two days of the", "1.1 end of it", "1.2 Agent", "2.0 3.1.2", "2.1 At once"});
}

TEST_CASE("Numbers beside paragraphs, and lines below a table, are none of a table", "[read][pdf]") {
  CHECK(placed({{50, 200, 70, 14, "1.1"},
                {90, 200, 500, 14, "First"},
                {90, 213, 500, 14, "and more"},
                {50, 229, 75, 14, "K1.2"},
                {90, 229, 480, 14, "Second"},
                {50, 245, 75, 14, "CC.6.1"},
                {90, 245, 480, 14, "Third"},
                {50, 261, 60, 14, "2"},
                {90, 261, 200, 14, "Heading"},
                {50, 277, 200, 14, "11.1.1In"}}) == Lines{"1.1 First", "and more", "K1.2 Second", "CC.6.1 Third", "2 Heading", "11.1.1 In"});
  // Cells so close that pdftotext joins their words are left as they stand.
  CHECK(placed({{50, 200, 80, 14, "REF"},
                {430, 200, 470, 14, "FROM"},
                {50, 231, 400, 14, "1.1 At once Send readings"},
                {430, 231, 470, 14, "DS"},
                {50, 262, 400, 14, "1.2 Never Keep them"},
                {430, 262, 470, 14, "MDS"}})[2] == "1.1 At once Send readings");
  const auto lines = placed({{50, 200, 120, 14, "Depot"},
                             {200, 200, 470, 14, "means a place."},
                             {50, 216, 130, 14, "Note"},
                             {200, 216, 470, 14, "means a paper."},
                             {50, 240, 130, 14, "General"},
                             {50, 256, 470, 14, "Words over the whole width."}});
  REQUIRE(lines.size() == 6);
  CHECK(lines[4] == "General");
  CHECK(lines[5] == "Words over the whole width.");
}

TEST_CASE("A page set in two columns is no table", "[read][pdf]") {
  std::vector<Placed> prose;
  for (const double left : {50.0, 310.0})
    for (int i = 0; i < 30; ++i) prose.push_back({left, 100 + 13.0 * i, left + 230, 14, "words that go on"});
  const pdf::Pages read = pdf::read_pages(document_of(page_of(prose)));
  for (const pdf::Line& line : read.pages[0].lines) CHECK(line.table == 0);
}

TEST_CASE("A page of more lines than any has is not looked through for tables", "[read][pdf]") {
  std::vector<Placed> rows;  // numbers alone in the first column: each row may begin a table, and none does
  for (int i = 0; i < 20000; ++i) {
    rows.push_back({50, 16.0 * i, 80, 14, "4.1"});
    rows.push_back({200, 16.0 * i, 230, 14, "words"});
  }
  const pdf::Pages read = pdf::read_pages(document_of(page_of(rows)));
  for (const pdf::Line& line : read.pages[0].lines) REQUIRE(line.table == 0);
}

TEST_CASE("XHTML of every kind is survived", "[read][pdf]") {
  CHECK(pdf::read_pages("").pages.empty());
  CHECK(pdf::read_pages("<html><body><doc><page width='nan' height='1e999'><flow><block><line xMin='x'><word>a").pages.size() == 1);
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<page>";
  CHECK(pdf::read_pages(deep).pages.empty());
}

TEST_CASE("What is no PDF says so", "[read][pdf]") {
  for (const std::string& bytes : {std::string("no pdf at all"), std::string("%PDF-1.4\n%broken"), std::string(1000, '\0')}) {
    const Document document = read_with(read_pdf, bytes);
    CHECK(has_problem(document, "input.unreadable"));
    CHECK(document.lost == Losses{true, true, true, false});
    CHECK(is_sound(document));
  }
}

TEST_CASE("PDF files of other programs read with no crash, and with the words of pdftotext", "[read][pdf][data]") {
  const std::filesystem::path folder = std::filesystem::path(help::source_folder()) / "../shared/data/qpdf+qpdf";
  if (!std::filesystem::exists(folder)) {
    WARN("shared/data is not here: files of other programs not read");
    return;
  }
  std::size_t read = 0, with_text = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".pdf") continue;
    INFO(entry.path().filename());
    const Document document = read_with(read_pdf, bytes_of(entry.path()));
    CHECK(is_sound(document));
    ++read;
    const auto xhtml = pdf::words_of(bytes_of(entry.path()));
    if (!xhtml) continue;
    for (const Run& run : document.runs) CHECK_FALSE(run.span.empty());
    if (xhtml->find("<word") != std::string::npos) {
      ++with_text;
      CHECK_FALSE(document.text.empty());
    }
  }
  CHECK(read == 20);
  CHECK(with_text > 0);
}
