// Broken, hostile and foreign files: each gets its Problem, and what can be read is read.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "help/describe.h"
#include "help/source.h"
#include "help/zip_writer.h"
#include "read/docx.h"
#include "read/readers.h"

using namespace dovetail;

namespace {

Document read(const std::string& bytes, const Limits& limits = {}) { return read_bytes("x.docx", bytes, FileKind::unknown, limits); }

bool has(const Document& document, const std::string& rule, const std::string& words = {}) {
  return std::any_of(document.problems.begin(), document.problems.end(),
                     [&](const Problem& p) { return p.rule == rule && p.message.find(words) != std::string::npos; });
}

std::string paragraph(const std::string& text) { return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>"; }

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::string wide(const std::string& text) {
  std::string result;
  for (const char c : text) result.append(1, c).append(1, '\0');
  return result;
}

const std::string compound_header("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

}  // namespace

TEST_CASE("Files that are no Word document say so and what to do", "[read]") {
  CHECK(has(read("PK nothing of the kind"), "input.unreadable"));
  CHECK(has(read(""), "input.unreadable", "empty"));
  CHECK(has(read_file("missing.docx", "/nonexistent/missing.docx", FileKind::unknown, {}), "input.unreadable", "there is no such file"));
  CHECK(has(read_file("folder", help::source_folder(), FileKind::unknown, {}), "input.unreadable"));
  CHECK(has(read("{\\rtf1 text}"), "input.unreadable", "save it as .docx"));
  CHECK(has(read(compound_header + wide("EncryptedPackage")), "input.encrypted", "password"));
  CHECK(has(read(compound_header + wide("WordDocument")), "input.unreadable", "save it as .docx"));
  CHECK(has(read(help::zip({{"readme.txt", "hello"}})), "input.unreadable", "no main document part"));
  CHECK(has(read(help::zip({{"_rels/.rels",
                             "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
                             "Type=\"x/officeDocument\" Target=\"a.xml\"/></Relationships>"},
                            {"a.xml", "<a/>"}})),
            "input.unreadable", "a.xml is no Word document"));
}

TEST_CASE("Packages of every ZIP flavour read alike", "[read]") {
  const std::string body = paragraph("The Supplier shall act.");
  help::ZipStyle descriptors, zip64, stored, all;
  descriptors.descriptors = all.descriptors = true;
  zip64.zip64 = true;
  stored.stored = true;
  for (const auto& style : {help::ZipStyle(), descriptors, zip64, stored, all}) {
    const auto document = read(help::docx(body, {}, style));
    CHECK(help::view_text(document, View::proposed) == "The Supplier shall act.\n");
    CHECK(document.problems.empty());
  }
}

TEST_CASE("Damaged packages are read as far as they go", "[read]") {
  const std::string body = repeated(paragraph("The Supplier shall submit the report to the Panel."), 200);
  SECTION("A wrong checksum") {
    help::ZipStyle style;
    style.wrong_checksum = true;
    const auto document = read(help::docx(body, {}, style));
    CHECK(document.paragraphs.size() == 200);
    CHECK(has(document, "input.damaged", "checksum"));
  }
  SECTION("The directory is cut off") {
    for (const bool descriptors : {false, true}) {
      help::ZipStyle style;
      style.descriptors = descriptors;
      auto bytes = help::docx(body, {}, style);
      bytes.resize(bytes.find("PK\1\2"));
      const auto document = read(bytes);
      CHECK(document.paragraphs.size() == 200);
      CHECK(has(document, "input.damaged", "directory"));
    }
  }
  SECTION("The file is cut off in the document") {
    std::string varied;
    for (int i = 0; i < 2000; ++i) varied += paragraph("Paragraph " + std::to_string(i * 7919 % 10007) + " of the draft.");
    auto bytes = help::docx(varied);
    bytes.resize(bytes.size() * 6 / 10);
    const auto document = read(bytes);
    CHECK(document.paragraphs.size() > 500);
    CHECK(document.paragraphs.size() < 2000);
    CHECK(has(document, "input.damaged", "cut off"));
    CHECK_FALSE(has(document, "input.unreadable"));
  }
  SECTION("The XML is cut off") {
    const auto whole = "<w:document" + help::namespaces() + "><w:body>" + body;
    const auto document = read(help::zip({{"word/document.xml", whole.substr(0, whole.size() - 30)}}));
    CHECK(document.paragraphs.size() == 200);
    CHECK(has(document, "input.damaged", "not well-formed"));
    CHECK(has(document, "input.damaged", "does not say which part"));
  }
  SECTION("Every cut of a small file ends with a message or a text") {
    const auto bytes = help::docx(paragraph("One."));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      const auto document = read(bytes.substr(0, size));
      CHECK((!document.problems.empty()));
    }
  }
}

TEST_CASE("Damage loses what the damaged part held, and no text is no damage but nothing read", "[read]") {
  const auto whole = help::docx(paragraph("The Supplier shall act."));
  CHECK(read(whole).lost == Losses());
  SECTION("What only describes the document") {
    const auto document = read(help::docx(paragraph("x"), {{"docProps/core.xml", "<broken"}}));
    CHECK(document.lost == Losses());
  }
  SECTION("The text") {
    const auto body = "<w:document" + help::namespaces() + "><w:body>" + paragraph("The Supplier shall act.") + "<w:p><w:r><w:t>The DSO";
    const auto document = read(help::zip({{"word/document.xml", body}}));
    CHECK(document.lost.text);
    CHECK(has(document, "input.damaged", "not well-formed"));
  }
  SECTION("The directory of the package") {
    auto bytes = whole;
    bytes.resize(bytes.find("PK\1\2"));
    CHECK(read(bytes).lost.text);
  }
  SECTION("Nothing is left to read") {
    auto bytes = whole;
    bytes.resize(bytes.find("word/document.xml") + 40);
    const auto document = read(bytes);
    CHECK(has(document, "input.unreadable"));
    CHECK_FALSE(has(document, "input.damaged"));
  }
  SECTION("The document breaks off before its first word") {
    const auto document = read(help::zip({{"word/document.xml", "<w:document" + help::namespaces() + "><w:body><w:p><w:r"}}));
    CHECK(has(document, "input.unreadable"));
  }
  SECTION("A limit") {
    Limits limits;
    limits.paragraphs = 1;
    CHECK(read(help::docx(paragraph("a") + paragraph("b")), limits).lost.text);
  }
}

TEST_CASE("Hostile packages hit a limit and not the machine", "[read]") {
  SECTION("A part that claims a gigabyte") {
    auto bytes = help::docx(paragraph("x"));
    for (auto at = bytes.find("word/document.xml"); at != std::string::npos; at = bytes.find("word/document.xml", at + 1)) {
      const auto header = bytes.rfind("PK", at);
      const std::size_t size_at = header + (bytes[header + 2] == '\3' ? 22 : 24);
      bytes.replace(size_at, 4, std::string("\0\0\0\x40", 4));
    }
    CHECK(has(read(bytes), "input.limit", "word/document.xml"));
  }
  SECTION("A part that really is too large") {
    Limits limits;
    limits.part_bytes = 1 << 20;
    const auto document = read(help::docx(repeated(paragraph("x"), 100000)), limits);
    CHECK(has(document, "input.limit", "word/document.xml"));
    CHECK_FALSE(has(document, "input.unreadable"));
  }
  SECTION("A part packed too many times") {
    const auto document = read(help::docx(paragraph(std::string(8 << 20, ' '))));
    CHECK(has(document, "input.limit", "packed more than"));
  }
  SECTION("Elements nested deeper than anyone writes") {
    const auto document = read(help::docx(paragraph("before") + repeated("<w:sdt><w:sdtContent>", 300000) + paragraph("deep") +
                                          repeated("</w:sdtContent></w:sdt>", 300000) + paragraph("after")));
    CHECK(has(document, "input.limit", "nested"));
    CHECK(help::view_text(document, View::proposed) == "before\nafter\n");
  }
  SECTION("Tables in tables in tables") {
    const auto document =
        read(help::docx(repeated("<w:tbl><w:tr><w:tc>", 50000) + paragraph("deep") + repeated("</w:tc></w:tr></w:tbl>", 50000) + paragraph("after")));
    CHECK(has(document, "input.limit", "nested"));
    CHECK(help::view_text(document, View::proposed) == "after\n");
  }
  SECTION("Fields nested without end") {
    const auto document = read(help::docx("<w:p>" + repeated("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 1000) +
                                          repeated("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", 1000) + "<w:r><w:t>after</w:t></w:r></w:p>"));
    CHECK(has(document, "input.limit", "fields"));
    CHECK(help::view_text(document, View::proposed) == "after\n");
  }
  SECTION("Text boxes in text boxes") {
    const auto document = read(help::docx("<w:p><w:r>" + repeated("<w:pict><w:txbxContent><w:p><w:r>", 1000) + "<w:t>x</w:t>" +
                                          repeated("</w:r></w:p></w:txbxContent></w:pict>", 1000) + "</w:r></w:p>"));
    CHECK(has(document, "input.limit", "text boxes"));
  }
  SECTION("More paragraphs and cells than allowed") {
    Limits limits;
    limits.paragraphs = 3;
    limits.cells = 2;
    const auto document =
        read(help::docx("<w:tbl><w:tr>" + repeated("<w:tc>" + paragraph("c") + "</w:tc>", 4) + "</w:tr></w:tbl>" + paragraph("last")), limits);
    CHECK(has(document, "input.limit", "3 paragraphs"));
    CHECK(has(document, "input.limit", "2 table cells"));
    CHECK(document.paragraphs.size() == 3);
  }
}

TEST_CASE("Entities and external parts are never followed", "[read]") {
  const auto document =
      read(help::zip({{"word/document.xml", "<!DOCTYPE w:document [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]><w:document" + help::namespaces() +
                                                "><w:body>" + paragraph("&secret;") + "</w:body></w:document>"},
                      {"word/_rels/document.xml.rels",
                       "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
                       "Type=\"x/styles\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/><Relationship Id=\"b\" Type=\"x/numbering\" "
                       "Target=\"../../../../etc/passwd\"/></Relationships>"}}));
  CHECK(help::view_text(document, View::proposed) == "&secret;\n");
}

TEST_CASE("Malformed characters become U+FFFD", "[read]") {
  const auto document = read(help::docx(paragraph("a\xFF\xC3(b &#xD800; c")));
  CHECK(help::view_text(document, View::proposed).find("\xEF\xBF\xBD") != std::string::npos);
  CHECK(help::view_text(document, View::proposed).find('\xFF') == std::string::npos);
}

TEST_CASE("The kind of a file is told by its bytes, then by its name", "[read]") {
  const auto package = help::docx(paragraph("x"));
  CHECK(sniff("-", package) == FileKind::docx);
  CHECK(sniff("draft.DOCM", package) == FileKind::docx);
  CHECK(sniff("x.txt", package) == FileKind::docx);
  CHECK(sniff("x.docx", "%PDF-1.7 …") == FileKind::pdf);
  CHECK(sniff("x.xml", "<?xml version=\"1.0\"?><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>") == FileKind::bpmn);
  CHECK(sniff("x.txt", "plain") == FileKind::text);
  CHECK(sniff("x.txt", "a {++b++}") == FileKind::marked_text);
  CHECK(sniff("-", std::string("\0\1\2", 3)) == FileKind::unknown);
  CHECK(kind_named("docx") == FileKind::docx);
  CHECK(name_of(kind_named("marked-text")) == "marked-text");
  CHECK(kind_named("word") == FileKind::unknown);
}
