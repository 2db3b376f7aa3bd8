// Every folder of fixtures/docx is an unzipped package and what both views and all facts of it should be. UPDATE_GOLDEN=1 rewrites the latter.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "help/describe.h"
#include "help/source.h"
#include "help/zip_writer.h"
#include "read/docx.h"

using namespace dovetail;

TEST_CASE("Word documents of every construct read as expected in both views", "[read]") {
  std::vector<std::filesystem::path> cases;
  for (const auto& entry : std::filesystem::directory_iterator(help::source_folder() + "/fixtures/docx"))
    if (entry.is_directory()) cases.push_back(entry.path());
  std::sort(cases.begin(), cases.end());
  REQUIRE(cases.size() >= 15);
  for (const auto& folder : cases) {
    INFO(folder.filename().string());
    Document document;
    read_docx(help::zip_folder(folder.string()), document, Limits());
    const std::string found = help::describe(document);
    const auto file = folder / "expected.txt";
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file) << found;
    std::ifstream stream(file);
    std::ostringstream expected;
    expected << stream.rdbuf();
    CHECK(found == expected.str());
  }
}
