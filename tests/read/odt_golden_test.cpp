// OpenDocument texts that LibreOffice saved, with tracked changes: what is read of each, in both views. UPDATE_GOLDEN=1 rewrites the expected texts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "help/describe.h"
#include "help/program.h"
#include "help/source.h"
#include "read/odt.h"

using namespace dovetail;

TEST_CASE("What LibreOffice saves reads as expected in both views", "[read][odt]") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(help::source_folder() + "/fixtures/odt"))
    if (entry.path().extension() == ".odt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 6);
  for (auto file : files) {
    INFO(file.filename().string());
    Document document;
    read_odt(::help::bytes_of(file.string()), document, Limits());
    const std::string found = help::describe(document);
    file.replace_extension(".txt");
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file) << found;
    std::ifstream stream(file);
    std::ostringstream expected;
    expected << stream.rdbuf();
    CHECK(found == expected.str());
  }
}
