// Gives each fuzz target damaged copies of its seeds: always the same ones, so that what fails here fails everywhere.
//   dovetail_damaged SEEDS SCRATCH COUNT [TARGET]
// SEEDS holds a folder per target (tests/fuzz/seeds.py); of each target COUNT inputs are run. A crash, a broken promise, a sanitizer and 60 seconds
// on one input end the process; the input stands then in SCRATCH/TARGET-input. Prints a line per target; exit 2 where there is nothing to begin from.
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/damage.h"
#include "fuzz/targets.h"

namespace {

constexpr unsigned longest = 60;  // seconds for one input, under a sanitizer on a busy machine

std::vector<std::string> files_of(const std::filesystem::path& folder) {
  std::vector<std::string> names, contents;
  if (std::filesystem::is_directory(folder))
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().string());
  std::sort(names.begin(), names.end());
  for (const auto& name : names) {
    std::ifstream file(name, std::ios::binary);
    contents.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return contents;
}

void run(const dovetail::fuzz::NamedTarget& target, const std::vector<std::string>& seeds, const std::filesystem::path& scratch, unsigned count) {
  const auto input = scratch / (std::string(target.name) + "-input");
  dovetail::fuzz::Damage damage(target.name, seeds);
  for (unsigned n = 0; n < count; ++n) {
    const std::string bytes = damage.next();
    std::ofstream(input, std::ios::binary | std::ios::trunc) << bytes;
    alarm(longest);
    target.run(bytes);
    alarm(0);
  }
  std::filesystem::remove(input);
  std::printf("%.*s: %u damaged copies of %zu seeds\n", static_cast<int>(target.name.size()), target.name.data(), count, seeds.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv, argv + argc);
  unsigned count = 0;
  if (arguments.size() > 3) std::from_chars(arguments[3].data(), arguments[3].data() + arguments[3].size(), count);
  if (count == 0) {
    std::fputs("usage: dovetail_damaged SEEDS SCRATCH COUNT [TARGET]\n", stderr);
    return 2;
  }
  for (const auto& target : dovetail::fuzz::targets) {
    if (arguments.size() > 4 && arguments[4] != target.name) continue;
    const auto seeds = files_of(std::filesystem::path(arguments[1]) / target.name);
    if (seeds.empty()) {
      std::fprintf(stderr, "no seeds for %.*s\n", static_cast<int>(target.name.size()), target.name.data());
      return 2;
    }
    run(target, seeds, arguments[2], count);
  }
  return 0;
}
