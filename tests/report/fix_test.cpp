// Safe fixes in copies: tracked changes in Word documents, edits in text.
#include <catch2/catch.hpp>
#include <filesystem>

#include "help/program.h"
#include "help/zip_writer.h"
#include "ooxml/package.h"

using Catch::Contains;
using help::run_dovetail;

namespace {

std::string run_of(const std::string& text, const std::string& properties = "") {
  return "<w:r>" + properties + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string paragraph(const std::string& content) { return "<w:p>" + content + "</w:p>"; }

const std::string opening = paragraph(run_of("XBSCP977 Meter Exchange")) + paragraph(run_of("1 Scope"));

std::string document_of(const std::string& docx) {
  dovetail::Package package(docx, {});
  const auto bytes = package.read("word/document.xml");
  return bytes ? std::string(bytes->view()) : std::string();
}

struct Ran {
  std::string document, proposed, baseline, err;
  int status;
};

Ran fixed(const std::string& body) {
  const help::TemporaryFolder folder;
  folder.write("draft.docx", help::docx(body));
  const auto ran = run_dovetail({"fix", "draft.docx", "-o", "out.docx", "--profile", "bscp"}, folder.path());
  return {document_of(help::bytes_of(folder.path() + "/out.docx")), run_dovetail({"text", "out.docx"}, folder.path()).out,
          run_dovetail({"text", "out.docx", "--view", "baseline"}, folder.path()).out, ran.err, ran.status};
}

}  // namespace

TEST_CASE("A retired spelling is replaced by a tracked change that keeps the look of its run", "[fix]") {
  const std::string bold = "<w:rPr><w:b/></w:rPr>";
  const auto ran = fixed(opening + paragraph(run_of("1.1 The Supplier shall hold a License &amp; keep it.", bold)));
  CAPTURE(ran.err);
  CHECK(ran.status == 0);
  CHECK_THAT(ran.err, Contains("1 fix"));
  CHECK_THAT(ran.document, Contains(run_of("1.1 The Supplier shall hold a ", bold) + "<w:del w:id=\"1\" w:author=\"dovetail\"><w:r>" + bold +
                                    "<w:delText xml:space=\"preserve\">License</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"dovetail\">" +
                                    run_of("Licence", bold) + "</w:ins>" + run_of(" &amp; keep it.", bold)));
  CHECK_THAT(ran.proposed, Contains("hold a Licence & keep it."));
  CHECK_THAT(ran.baseline, Contains("hold a License & keep it."));
}

TEST_CASE("Words in somebody's insertion are struck inside it, and the new ones stand outside", "[fix]") {
  const std::string mark = " w:id=\"7\" w:author=\"A\"";
  const auto ran =
      fixed(opening + paragraph(run_of("1.1 The Supplier ") + "<w:ins" + mark + ">" + run_of("shall hold a License now") + "</w:ins>" + run_of(".")));
  CAPTURE(ran.err, ran.document);
  CHECK_THAT(ran.document,
             Contains("</w:del></w:ins><w:ins w:id=\"9\" w:author=\"dovetail\">") || Contains("</w:ins><w:ins w:id=\"9\" w:author=\"dovetail\">"));
  CHECK_THAT(ran.document, Contains("</w:ins><w:ins" + mark + ">" + run_of(" now") + "</w:ins>"));
  CHECK_THAT(ran.proposed, Contains("1.1\tThe Supplier shall hold a Licence now.") || Contains("1.1 The Supplier shall hold a Licence now."));
  CHECK_THAT(ran.baseline, !Contains("Licence"));
}

TEST_CASE("Words over two runs, twice in one run, and beside other content of a run", "[fix]") {
  const auto ran = fixed(opening + paragraph(run_of("1.1 A Lic") + run_of("ense is held.")) + paragraph(run_of("1.2 A License and a License.")) +
                         paragraph("<w:r><w:t>1.3 The</w:t><w:tab/><w:t>License</w:t><w:br/><w:t>ends.</w:t></w:r>"));
  CAPTURE(ran.err, ran.document);
  CHECK(ran.status == 0);
  CHECK_THAT(ran.proposed, Contains("A Licence is held.") && Contains("A Licence and a Licence.") && !Contains("License"));
  CHECK_THAT(ran.baseline, Contains("A License is held.") && Contains("A License and a License.") && !Contains("Licence"));
  CHECK_THAT(ran.document, Contains("<w:tab/>") && Contains("<w:br/><w:t>ends.</w:t>"));
}

TEST_CASE("The result of a field is left, and the reason said", "[fix]") {
  const auto ran =
      fixed(opening + paragraph(run_of("1.1 Hold the ") + "<w:fldSimple w:instr=\" REF a \">" + run_of("License") + "</w:fldSimple>" + run_of(".")));
  CHECK_THAT(ran.err, Contains("result of a field") && Contains("0 fixes, and 1 left"));
  CHECK_THAT(ran.proposed, Contains("License"));
}

TEST_CASE("In text the words are edited, and a dry run shows the difference alone", "[fix]") {
  const help::TemporaryFolder folder;
  const auto name = GENERATE(as<std::string>(), "draft.txt", "draft.md", "draft.html");
  const bool html = name == "draft.html";
  const std::string text = html ? "<h1>1 Scope</h1>\n<p>1.1 The <b>Supplier</b> holds a License.</p>\n<p>1.2 License {&amp;} reading.</p>\n"
                                : "1 Scope\n\n1.1 The Supplier always holds a License.\n\n1.2 License to read.\n";
  folder.write(name, text);
  const auto dry = run_dovetail({"fix", name, "--dry-run"}, folder.path());
  CAPTURE(name, dry.err);
  CHECK(dry.status == 0);
  CHECK_THAT(dry.out, Contains("holds a License.\n+ ") && Contains("holds a Licence.\n"));
  const auto ran = run_dovetail({"fix", name, "-o", "out/"}, folder.path());
  CHECK(ran.status == 0);
  auto wanted = text;
  for (auto at = wanted.find("License"); at != std::string::npos; at = wanted.find("License")) wanted.replace(at, 7, "Licence");
  CHECK(help::bytes_of(folder.path() + "/out/" + name) == wanted);
  CHECK(help::bytes_of(folder.path() + "/" + name) == text);
  CHECK_THAT(run_dovetail({"fix", "out/" + name, "--dry-run"}, folder.path()).err, Contains("0 fixes"));
}

TEST_CASE("A reference that renumbering left behind follows the text that it meant", "[fix]") {
  const help::TemporaryFolder folder;
  folder.write("draft.txt",
               "XBSCP977 Meter Exchange\n\n1 Scope\n\n{++1.1 New words stand here in front.\n\n++}{--1.1--}{++1.2++} The Supplier shall send each "
               "reading to the Data "
               "Service.\n\n{--1.2--}{++1.3++} A reading under paragraph 1.1 is final.\n");
  const auto ran = run_dovetail({"fix", "draft.txt", "-o", "out.txt", "--profile", "bscp"}, folder.path());
  CAPTURE(ran.err, run_dovetail({"check", "draft.txt", "--profile", "bscp"}, folder.path()).out);
  CHECK_THAT(help::bytes_of(folder.path() + "/out.txt"), Contains("A reading under paragraph 1.2 is final."));
}

TEST_CASE("A replacement has the capital of the word that it replaces", "[fix]") {
  const help::TemporaryFolder folder;
  folder.write("style.yaml", "title: ours\nterms:\n  - {preferred: while, retired: whilst, safe: true}\n");
  folder.write("dovetail.yaml", "project: p\nterms: [style.yaml]\ndocuments:\n  - {path: draft.txt, id: D, profile: generic}\n");
  folder.write("draft.txt", "1 Scope\n\n1.1 Whilst it rains the Keeper shall wait.\n\n1.2 The Keeper shall wait whilst it rains.\n");
  CHECK(run_dovetail({"fix", "draft.txt", "-o", "out.txt"}, folder.path()).status == 0);
  CHECK_THAT(help::bytes_of(folder.path() + "/out.txt"), Contains("1.1 While it rains") && Contains("wait while it rains"));
}

TEST_CASE("A damaged package is refused, also where there is nothing to fix", "[fix]") {
  const help::TemporaryFolder folder;
  const auto whole = help::docx("<w:p><w:r><w:t>1.1 Read on.</w:t></w:r></w:p>");
  folder.write("draft.docx", whole.substr(0, whole.size() - 40));
  const auto ran = run_dovetail({"fix", "draft.docx", "-o", "out.docx"}, folder.path());
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, Contains("the package is damaged"));
  CHECK(!std::filesystem::exists(folder.path() + "/out.docx"));
}

TEST_CASE("fix takes formats that it can write", "[fix]") {
  const help::TemporaryFolder folder;
  folder.write("brs.csv", "Requirement ID,Requirement\nXP-BR-MS-001,The Supplier shall hold a License\n");
  const auto ran = run_dovetail({"fix", "brs.csv", "-o", "out.csv"}, folder.path());
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, Contains("brs.csv: fixes are written into DOCX"));
}
