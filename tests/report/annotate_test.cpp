// Comments on the words of findings, in copies of Word documents made here: every place where words can stand.
#include <catch2/catch.hpp>

#include "help/linted.h"
#include "help/program.h"
#include "help/zip_writer.h"
#include "ooxml/package.h"

using Catch::Contains;

namespace {

struct Copy {
  std::string document, comments, footnotes, types, err;
  int status = -1;
};

std::string part(dovetail::Package& package, const std::string& name) {
  const auto bytes = package.read(name);
  return bytes ? std::string(bytes->view()) : std::string();
}

/// The copy that annotate makes of a document, part by part; findings of references alone.
Copy annotated(const std::string& docx) {
  const help::TemporaryFolder folder;
  folder.write("draft.docx", docx);
  const auto ran = help::run_dovetail({"annotate", "draft.docx", "-o", "out.docx", "--only", "reference.missing"}, folder.path());
  const auto bytes = help::bytes_of(folder.path() + "/out.docx");
  if (const char* keep = std::getenv("KEEP_ANNOTATED")) {
    static int number = 0;
    help::run({"cp", folder.path() + "/out.docx", std::string(keep) + "/" + std::to_string(++number) + ".docx"});
  }
  dovetail::Package package(bytes, {});
  return {part(package, "word/document.xml"),
          part(package, "word/comments.xml"),
          part(package, "word/footnotes.xml"),
          part(package, "[Content_Types].xml"),
          ran.err,
          ran.status};
}

const std::string opening = "<w:p><w:r><w:t>XBSCP977 Meter Exchange</w:t></w:r></w:p><w:p><w:r><w:t>1 Scope</w:t></w:r></w:p>";

std::string paragraph(const std::string& content) { return "<w:p>" + content + "</w:p>"; }
std::string run_of(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }

/// What stands between the start and the end of comment 0, tags and all.
std::string inside_comment(const std::string& xml, const std::string& w = "w:") {
  const auto start = "<" + w + "commentRangeStart " + w + "id=\"0\"/>", end = "<" + w + "commentRangeEnd " + w + "id=\"0\"/>";
  const auto from = xml.find(start), to = xml.find(end);
  if (from == std::string::npos || to == std::string::npos) return "no comment";
  return xml.substr(from + start.size(), to - from - start.size());
}

}  // namespace

TEST_CASE("A run is cut so that the comment stands on the words alone", "[annotate]") {
  const auto body =
      opening + paragraph("<w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>1.1 The Supplier shall follow paragraph 9.4 &amp; keep records.</w:t></w:r>");
  const auto copy = annotated(help::docx(body));
  CHECK(copy.status == 0);
  CHECK(inside_comment(copy.document) == "<w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">paragraph 9.4</w:t></w:r>");
  CHECK_THAT(copy.document,
             Contains("<w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">1.1 The Supplier shall follow </w:t></w:r><w:comm"));
  CHECK_THAT(copy.document, Contains("<w:r><w:commentReference w:id=\"0\"/></w:r>") && Contains("preserve\"> &amp; keep records.</w:t>"));
  CHECK_THAT(copy.comments, Contains("w:author=\"dovetail\"") && Contains("[reference.missing]") && Contains("1.1: "));
}

TEST_CASE("Comments that are there keep their bytes, and new ones come behind them with numbers of their own", "[annotate]") {
  const std::string old = "<w:comment w:id=\"0\" w:author=\"A Drafter\"><w:p><w:r><w:t>Look</w:t></w:r></w:p></w:comment>";
  const auto body =
      opening + paragraph("<w:commentRangeStart w:id=\"0\"/>" + run_of("1.1 The Supplier") +
                          "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>" + run_of(" shall follow paragraph 9.4."));
  const auto copy = annotated(help::docx(body, {{"word/comments.xml", "<w:comments" + help::namespaces() + ">" + old + "</w:comments>"}}));
  CHECK(inside_comment(copy.document) == run_of("1.1 The Supplier"));
  CHECK_THAT(copy.comments, Contains(old + "<w:comment w:id=\"1\" w:author=\"dovetail\""));
  CHECK_THAT(copy.document, Contains("<w:commentRangeStart w:id=\"1\"/>"));
}

TEST_CASE("Struck words are passed over, and a tracked insertion is cut in two around its words", "[annotate]") {
  const auto mark = std::string(" w:id=\"7\" w:author=\"A\" w:date=\"2024-01-01T00:00:00Z\"");
  const auto body = opening + paragraph(run_of("1.1 The Supplier shall follow ") + "<w:del" + mark +
                                        "><w:r><w:delText>paragraph 1.1</w:delText></w:r></w:del><w:ins" + mark +
                                        "><w:r><w:t>paragraph 9.4 at once</w:t></w:r></w:ins>" + run_of(" and read."));
  const auto copy = annotated(help::docx(body));
  const auto words = inside_comment(copy.document);
  CHECK(words == "<w:ins" + mark + "><w:r><w:t xml:space=\"preserve\">paragraph 9.4</w:t></w:r></w:ins>");
  CHECK_THAT(copy.document, Contains("</w:del><w:commentRangeStart"));
  CHECK_THAT(copy.document, Contains("<w:ins" + mark + "><w:r><w:t xml:space=\"preserve\"> at once</w:t></w:r></w:ins>"));
}

TEST_CASE("Words in table cells, links and fields", "[annotate]") {
  const auto where =
      GENERATE(table<std::string, std::string>({{"<w:tbl><w:tr><w:tc><w:p>%</w:p></w:tc></w:tr></w:tbl>", "cell"},
                                                {"<w:p>%</w:p>", "paragraph"},
                                                {"<w:sdt><w:sdtContent><w:p>%</w:p></w:sdtContent></w:sdt>", "content control"},
                                                {"<w:p>" + run_of("1.1 See ") + "<w:hyperlink r:id=\"none\">%</w:hyperlink></w:p>", "link"},
                                                {"<w:p>" + run_of("1.1 See ") + "<w:fldSimple w:instr=\" REF a \">%</w:fldSimple></w:p>", "field"}}));
  auto body = std::get<0>(where);
  body.replace(body.find('%'), 1, run_of("paragraph 9.4"));
  CAPTURE(std::get<1>(where));
  const auto copy = annotated(help::docx(opening + paragraph(run_of("1.1 Records are kept.")) + body));
  CHECK_THAT(inside_comment(copy.document), Contains("<w:t>paragraph 9.4</w:t>"));
  CHECK_THAT(inside_comment(copy.document), !Contains("See"));
}

TEST_CASE("Words in a footnote have the comment at its mark, since programs differ on comments in notes", "[annotate]") {
  const auto note = "<w:footnotes" + help::namespaces() + "><w:footnote w:id=\"2\"><w:p>" + run_of("This follows from paragraph 9.4 too.") +
                    "</w:p></w:footnote></w:footnotes>";
  const std::string mark = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
  const auto copy = annotated(help::docx(opening + paragraph(run_of("1.1 The Supplier reads") + mark + run_of(".")), {{"word/footnotes.xml", note}}));
  CHECK(inside_comment(copy.document) == "<w:r><w:t xml:space=\"preserve\">reads</w:t></w:r>" + mark);
  CHECK(copy.footnotes == note);
  CHECK_THAT(copy.comments, Contains(">In the footnote: "));
}

TEST_CASE("No comment stands in a text box: it goes to the drawing", "[annotate]") {
  const auto box = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" +
                   paragraph(run_of("See paragraph 9.4.")) + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>";
  const auto copy = annotated(help::docx(opening + paragraph(run_of("1.1 The Supplier reads.") + box)));
  CHECK(inside_comment(copy.document) == box);
  CHECK_THAT(copy.comments, Contains(">In the text box: "));
}

TEST_CASE("A part without a prefix for its elements gets comments of the same namespace", "[annotate]") {
  auto docx = [](const std::string& xml) {
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    return help::zip(
        {{"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
         {"_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"" +
                             office + "\" Target=\"word/document.xml\"/></Relationships>"},
         {"word/document.xml", xml}});
  };
  const auto copy = annotated(
      docx("<document xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><body><p><r><t>XBSCP977 Meter Exchange</t></r></p>"
           "<p><r><t>1 Scope</t></r></p><p><r><t>1.1 Follow paragraph 9.4.</t></r></p></body></document>"));
  CHECK_THAT(
      copy.document,
      Contains("<dovetail:commentRangeStart xmlns:dovetail=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" dovetail:id=\"0\"/>"
               "<r><t xml:space=\"preserve\">paragraph 9.4</t></r>"));
  CHECK_THAT(copy.types, Contains("<Override PartName=\"/word/comments.xml\""));
}

TEST_CASE("annotate takes Word documents alone, and never writes over an input", "[annotate]") {
  const help::TemporaryFolder folder;
  folder.write("draft.txt", "1 Scope\n\n1.1 The Supplier shall follow paragraph 9.4.\n");
  const auto bytes = help::docx(opening + paragraph(run_of("1.1 The Supplier shall follow paragraph 9.4.")));
  folder.write("draft.docx", bytes);
  folder.write("sub/draft.docx", bytes);
  const auto text = help::run_dovetail({"annotate", "draft.txt", "-o", "out.docx"}, folder.path());
  CHECK(text.status == 2);
  CHECK_THAT(text.err, Contains("draft.txt") && Contains("DOCX"));
  const auto over = help::run_dovetail({"annotate", "draft.docx", "-o", "./draft.docx"}, folder.path());
  CHECK(over.status == 2);
  CHECK(help::bytes_of(folder.path() + "/draft.docx") == bytes);
  CHECK(help::run_dovetail({"annotate", "draft.docx"}, folder.path()).status == 2);
  CHECK_THAT(help::run_dovetail({"annotate", "draft.docx", "sub/draft.docx", "-o", "out"}, folder.path()).err, Contains("two inputs"));
  CHECK(help::run_dovetail({"annotate", "draft.docx", "-o", "out/"}, folder.path()).status == 0);
  CHECK(help::bytes_of(folder.path() + "/out/draft.docx").substr(0, 2) == "PK");
}

namespace {

struct Twice {
  std::string once, again, err, residue;
};

/// A draft annotated, what is then done to the copy, and that annotated.
template <class Change>
Twice annotated_twice(const std::string& docx, const Change& change) {
  const help::TemporaryFolder folder;
  folder.write("draft.docx", docx);
  help::run_dovetail({"annotate", "draft.docx", "-o", "once.docx", "--only", "reference.missing,change.residue"}, folder.path());
  const auto once = help::bytes_of(folder.path() + "/once.docx");
  folder.write("once.docx", change(once));
  const auto ran = help::run_dovetail({"annotate", "once.docx", "-o", "again.docx", "--only", "reference.missing,change.residue"}, folder.path());
  return {once, help::bytes_of(folder.path() + "/again.docx"), ran.err,
          help::run_dovetail({"check", "once.docx", "--only", "change.residue"}, folder.path()).out};
}

}  // namespace

TEST_CASE("Annotating a copy again changes nothing, and its comments are one finding and not many", "[annotate]") {
  const auto body = opening + paragraph(run_of("1.1 Follow paragraph 9.4.")) + paragraph(run_of("1.2 Follow paragraph 9.5."));
  const auto twice = annotated_twice(help::docx(body), [](const std::string& once) { return once; });
  CHECK(twice.again == twice.once);
  CHECK_THAT(twice.err, Contains("0 new comments, 2 that still hold, 0 taken out"));
  CHECK_THAT(twice.residue, Contains("a comment by dovetail (the first of 2) is left in the text") && !Contains("has no paragraph 9.4"));
}

TEST_CASE("A comment whose finding is gone is taken out with all that Word keeps about it, unless somebody answered", "[annotate]") {
  const auto answered = GENERATE(false, true);
  const auto comment = [](int id, const std::string& author, const std::string& paragraph_id, const std::string& text) {
    return "<w:comment w:id=\"" + std::to_string(id) + "\" w:author=\"" + author + "\"><w:p w14:paraId=\"" + paragraph_id + "\"><w:r><w:t>" + text +
           "</w:t></w:r></w:p></w:comment>";
  };
  const auto mark = [](int id, const std::string& words) {
    const auto n = "w:id=\"" + std::to_string(id) + "\"/>";
    return "<w:commentRangeStart " + n + words + "<w:commentRangeEnd " + n + "<w:r><w:rPr><w:b/></w:rPr><w:commentReference " + n + "</w:r>";
  };
  const auto comments = "<w:comments" + help::namespaces() + ">" + comment(0, "A Drafter", "00000001", "Look") +
                        comment(1, "dovetail", "00000002", "1.1: draft has no paragraph 9.4 [reference.missing]") +
                        (answered ? comment(2, "A Drafter", "00000003", "Why?") : "") + "</w:comments>";
  const std::string w15 = "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">";
  const std::string own = "<w15:commentEx w15:paraId=\"00000002\" w15:done=\"0\"/>",
                    reply = "<w15:commentEx w15:paraId=\"00000003\" w15:paraIdParent=\"00000002\" w15:done=\"0\"/>",
                    other = "<w15:commentEx w15:paraId=\"00000001\" w15:done=\"0\"/>";
  const auto body = opening + paragraph(mark(0, run_of("1.1 Follow")) + mark(1, run_of(" paragraph 1.1.")));
  const std::string type = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended";
  const auto docx = help::docx(
      body, {{"word/comments.xml", comments}, {"word/commentsExtended.xml", w15 + other + own + (answered ? reply : "") + "</w15:commentsEx>"}});
  const auto copy = annotated(docx);
  CAPTURE(answered, copy.err, copy.comments);
  CHECK((copy.comments.find("dovetail") != std::string::npos) == answered);
  CHECK((copy.document.find("w:id=\"1\"") != std::string::npos) == answered);
  CHECK_THAT(copy.comments, Contains("A Drafter"));
  CHECK_THAT(copy.document, Contains("<w:commentRangeEnd w:id=\"0\"/>") && Contains(" paragraph 1.1."));
}
