// Every limit, in every format that can hit it: the limit is told, and what was read before it stands.
#include <catch2/catch.hpp>
#include <string>
#include <tuple>

#include "help/package.h"
#include "help/program.h"
#include "help/zip_writer.h"
#include "read/csv.h"
#include "read/docx.h"
#include "read/html.h"
#include "read/markdown.h"
#include "read/marked_text.h"
#include "read/odt.h"
#include "read/readers.h"
#include "read/reading.h"
#include "read/xlsx/xlsx.h"

using namespace dovetail;

namespace {

namespace package = help;

std::string many(std::size_t times, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string odt(const std::string& body) {
  return package::zip_of({{"content.xml",
                           "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                           "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
                           "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'><office:body><office:text>" +
                               body + "</office:text></office:body></office:document-content>"}});
}

std::string word(const std::string& words) { return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>"; }

struct Sample {
  std::string name;
  ReadFunction read;
  std::string bytes;
};

void check_limited(const Sample& one, const Limits& limits, const std::string& stands) {
  INFO(one.name);
  const Document document = read_with(one.read, one.bytes, limits);
  CHECK(has_problem(document, "input.limit"));
  CHECK(document.text.find(stands) != std::string::npos);
  CHECK(is_sound(document));
  CHECK_FALSE(has_problem(read_with(one.read, one.bytes), "input.limit"));
}

}  // namespace

TEST_CASE("More paragraphs than are read", "[read][limits]") {
  Limits limits;
  limits.paragraphs = 2;
  for (const Sample& one : {Sample{"docx", read_docx, package::docx(many(5, word("one")))},
                            Sample{"odt", read_odt, odt(many(5, "<text:p>one</text:p>"))}, Sample{"html", read_html, many(5, "<p>one</p>")},
                            Sample{"markdown", read_markdown, many(5, "one\n\n")}, Sample{"marked text", read_marked_text, many(5, "one\n")}})
    check_limited(one, limits, "one");
}

TEST_CASE("More text than is read", "[read][limits]") {
  Limits limits;
  limits.part_bytes = 3000;  // of the part too: fields and markup are no text, references to characters are less
  const std::string words = many(400, "&#119;&#111;&#114;&#100; ") + "end";
  const Document document = read_with(read_html, "<p>one</p><p>" + words, limits);
  CHECK(has_problem(document, "input.limit"));
  CHECK(is_sound(document));
  const Document spaces = read_with(read_odt, odt("<text:p>one</text:p><text:p>two" + many(90, "<text:s text:c='9999'/>") + "</text:p>"), limits);
  CHECK(has_problem(spaces, "input.limit", "longer"));
  CHECK(is_sound(spaces));
  CHECK(spaces.text.substr(0, 7) == "one\ntwo");
  CHECK(spaces.text.size() <= 3001);
}

TEST_CASE("More cells than are read", "[read][limits]") {
  Limits limits;
  limits.cells = 2;
  const std::string row = "<table:table-row>" + many(3, "<table:table-cell><text:p>one</text:p></table:table-cell>") + "</table:table-row>";
  for (const Sample& one :
       {Sample{"docx", read_docx, package::docx("<w:tbl><w:tr>" + many(5, "<w:tc>" + word("one") + "</w:tc>") + "</w:tr></w:tbl>" + word("end"))},
        Sample{"odt", read_odt, odt("<table:table>" + row + "</table:table>")},
        Sample{"html", read_html, "<table><tr>" + many(5, "<td>one</td>") + "</tr></table>"},
        Sample{"marked text", read_marked_text, "| one | two | three |\n"}})
    check_limited(one, limits, "one");
  for (const Sample& one :
       {Sample{"csv", read_csv, "one,two,three\nfour,five,six\n"},
        Sample{"xlsx", read_xlsx, package::workbook_of("<sheetData><row>" + many(3, "<c><v>1</v></c>") + "</row></sheetData>")}}) {
    INFO(one.name);
    const Document document = read_with(one.read, one.bytes, limits);
    CHECK(has_problem(document, "input.limit"));
    CHECK(document.cells.size() == 2);
  }
}

TEST_CASE("A hundred thousand elements in one another", "[read][limits]") {
  constexpr std::size_t deep = 100000;
  const auto nested = [](const std::string& open, const std::string& close) { return many(deep, open) + "x" + many(deep, close); };
  for (const Sample& one : {Sample{"docx", read_docx, package::docx(word("before") + nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"))},
                            Sample{"odt", read_odt, odt("<text:p>before</text:p>" + nested("<text:section>", "</text:section>"))},
                            Sample{"html", read_html, "<p>before</p>" + nested("<div>", "</div>")}}) {
    INFO(one.name);
    const Document document = read_with(one.read, one.bytes);
    CHECK(has_problem(document, "input.limit", "nested"));
    CHECK(document.text == "before\n");
  }
  // A worksheet's cells stand at one depth; what is nested below them is passed by.
  const Document sheet =
      read_with(read_xlsx, package::workbook_of("<sheetData><row><c><v>1</v></c><c>" + nested("<is>", "</is>") + "</c></row></sheetData>"));
  CHECK(sheet.text.find('1') != std::string::npos);
}

TEST_CASE("Fields in fields", "[read][limits]") {
  Limits limits;
  limits.fields_depth = 2;
  const std::string begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  check_limited({"docx", read_docx, package::docx("<w:p>" + many(4, begin) + many(4, end) + "<w:r><w:t>after</w:t></w:r></w:p>")}, limits, "after");
}

TEST_CASE("Packages that are larger than is read", "[read][limits]") {
  const std::string bytes = package::docx(many(3000, word("one")));
  Limits limits;
  SECTION("a part") { limits.part_bytes = 10000; }
  SECTION("all parts") { limits.package_bytes = 10000; }
  SECTION("parts") { limits.parts = 1; }
  const Document document = read_with(read_docx, bytes, limits);
  CHECK(has_problem(document, "input.limit"));
  CHECK_FALSE(has_problem(read_with(read_docx, bytes), "input.limit"));
}

TEST_CASE("A part that is packed too many times, in every kind of package", "[read][limits]") {
  const std::string blank(8 << 20, ' ');
  const auto [read, part] =
      GENERATE(table<ReadFunction, std::string>({{read_docx, "word/document.xml"}, {read_odt, "content.xml"}, {read_xlsx, "xl/workbook.xml"}}));
  const std::string bytes = package::zip({{"[Content_Types].xml", "<Types/>"}, {part, "<a>" + blank + "</a>"}});
  INFO(part);
  CHECK(has_problem(read_with(read, bytes), "input.limit", "packed more than"));
  Limits limits;
  limits.ratio = 100000;
  CHECK_FALSE(has_problem(read_with(read, bytes, limits), "input.limit"));
}

TEST_CASE("A part that unpacks to more than it says", "[read][limits]") {
  auto bytes = package::docx(word(std::string(64 << 20, 'x')));
  const auto directory = bytes.rfind("PK\1\2");
  for (auto at = bytes.find("PK\1\2"); at != std::string::npos && at <= directory; at = bytes.find("PK\1\2", at + 1))
    bytes.replace(at + 24, 4, std::string("\x10\0\0\0", 4));
  const Document document = read_with(read_docx, bytes);
  CHECK_FALSE(document.problems.empty());
  CHECK(document.text.size() < (32U << 20));
}

TEST_CASE("Text files that are longer than is read", "[read][limits]") {
  Limits limits;
  limits.part_bytes = 100;
  for (const Sample& one : {Sample{"html", read_html, many(50, "<p>one</p>")}, Sample{"markdown", read_markdown, many(50, "one\n\n")},
                            Sample{"marked text", read_marked_text, many(50, "one\n")}})
    check_limited(one, limits, "one");
  const ::help::TemporaryFolder folder;
  const auto file = folder.write("long.txt", many(50, "one\n"));
  limits.file_bytes = 100;
  CHECK(has_problem(read_file("long.txt", file, FileKind::unknown, limits), "input.limit", "100 bytes"));
}

TEST_CASE("Every limit can be set on the command line", "[cli][limits]") {
  const ::help::TemporaryFolder folder;
  const std::string begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  const std::string cells = "<w:tbl><w:tr><w:tc>" + word("c") + "</w:tc><w:tc>" + word("c") + "</w:tc></w:tr></w:tbl>";
  folder.write("d.docx", package::docx(many(60000, word("one")) + cells + "<w:p>" + begin + begin + end + end + "</w:p>"));
  folder.write("p.html", "<div><div><div><p>one</p></div></div></div>");
  for (const auto& limit : named_limits) {
    const std::string name(limit.name);
    INFO(name);
    const std::string file = name == "html-depth" ? "p.html" : "d.docx";
    const auto ran = ::help::run_dovetail({"check", "--limit", name + "=1", file}, folder.path());
    const bool told = ran.out.find("input.limit") != std::string::npos || ran.err.find("more than") != std::string::npos;
    CHECK(told);
    CHECK(ran.status != 0);
    const auto plain = ::help::run_dovetail({"text", file}, folder.path());
    CHECK(plain.err.empty());
    CHECK(::help::run_dovetail({"text", "--help"}).out.find(name) != std::string::npos);
  }
}
