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

std::string page_of(const std::vector<Placed>& lines) {
  std::string xhtml = "<page width=\"595\" height=\"842\"><flow><block>";
  for (const Placed& line : lines) {
    const std::string box = "xMin=\"" + std::to_string(line.left) + "\" yMin=\"" + std::to_string(line.top) + "\" xMax=\"" +
                            std::to_string(line.right) + "\" yMax=\"" + std::to_string(line.top + line.height) + "\"";
    xhtml += "<line " + box + "><word " + box + ">" + line.words + "</word></line>";
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
