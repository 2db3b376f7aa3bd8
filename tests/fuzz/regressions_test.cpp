// Every input that a fuzz target once failed on, through the same functions again. A broken promise or a crash ends the test program.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/targets.h"
#include "help/program.h"
#include "help/source.h"

using namespace dovetail;

TEST_CASE("What a fuzz target once failed on is read now", "[fuzz]") {
  const std::filesystem::path folder = help::source_folder() + "/tests/fuzz/regressions";
  for (const auto& target : fuzz::targets) {
    // Bytes that are nothing, and a line that is something to most readers.
    for (const std::string_view bytes : {"", "PK\3\4", "1.\tThe {++new ++}text, see paragraph 1.2(a) <b>of</b> Annex X-1\n"}) target.run(bytes);
    const auto own = folder / target.name;
    if (!std::filesystem::is_directory(own)) continue;
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(own)) files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      INFO(file);
      CHECK_NOTHROW(target.run(help::bytes_of(file)));
    }
  }
}

TEST_CASE("Every folder of regressions belongs to a target", "[fuzz]") {
  for (const auto& entry : std::filesystem::directory_iterator(help::source_folder() + "/tests/fuzz/regressions")) {
    const auto name = entry.path().filename().string();
    INFO(name);
    CHECK(std::any_of(std::begin(fuzz::targets), std::end(fuzz::targets), [&](const auto& target) { return target.name == name; }));
  }
}
