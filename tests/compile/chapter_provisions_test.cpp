// The same chapter in six formats gives the same provisions, definitions and references, but for the differences listed here.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "config/config.h"
#include "help/source.h"
#include "read/readers.h"

using namespace dovetail;

namespace {

const std::string source = help::source_folder();

Unit compiled(const std::string& name) {
  static const auto catalogue = load_catalogue(source + "/rules");
  REQUIRE(catalogue);
  const auto profile = std::find_if(catalogue->profiles.begin(), catalogue->profiles.end(), [](const Profile& p) { return p.name == "bsc-section"; });
  REQUIRE(profile != catalogue->profiles.end());
  const Document document = read_file(name, source + "/fixtures/chapter/" + name, FileKind::unknown, {});
  Input input;
  input.profile = &*profile;
  return compile(document, input);
}

/// Label, kind and heading of each; `lossy`: rows count as numbered lines, and headings are left out.
std::vector<std::string> provisions(const Unit& unit, bool lossy) {
  std::vector<std::string> all;
  for (const auto& provision : unit.provisions) {
    const auto kind = lossy && provision.kind == ProvisionKind::row ? ProvisionKind::numbered : provision.kind;
    all.push_back(provision.label[1] + " (" + std::to_string(static_cast<int>(kind)) + ")" + (lossy ? "" : " " + provision.heading[1]));
  }
  return all;
}

std::vector<std::string> terms(const Unit& unit) {
  std::vector<std::string> all;
  for (const auto& definition : unit.definitions) all.push_back(definition.term);
  return all;
}

std::vector<std::string> references(const Unit& unit) {
  std::vector<std::string> all;
  for (const auto& reference : unit.references) all.push_back(reference.text);
  return all;
}

}  // namespace

TEST_CASE("The chapter gives the same provisions in every format", "[compile][chapter]") {
  const auto marked = compiled("chapter.marked.txt");
  REQUIRE(marked.provisions.size() > 60);
  const std::string name = GENERATE("chapter.docx", "chapter.odt", "chapter.html", "chapter.md");
  CAPTURE(name);
  const auto unit = compiled(name);
  CHECK(provisions(unit, false) == provisions(marked, false));
  CHECK(terms(unit) == terms(marked));
  CHECK(references(unit) == references(marked));
}

// Differences of the PDF: rows are numbered lines, and the words of a row's other cells look like its heading.
TEST_CASE("The chapter gives the same provisions as PDF", "[compile][chapter]") {
  const auto document = read_file("chapter.pdf", source + "/fixtures/chapter/chapter.pdf", FileKind::unknown, {});
  if (document.paragraphs.empty()) {
    WARN("pdftotext is not installed: PDF not tested");
    return;
  }
  const auto marked = compiled("chapter.marked.txt");
  const auto unit = compiled("chapter.pdf");
  CHECK(provisions(unit, true) == provisions(marked, true));
  CHECK(terms(unit) == terms(marked));
}
