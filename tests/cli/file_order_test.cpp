// The order in which a project, or a command, lists its files changes no byte of any report.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "help/program.h"
#include "help/reordered.h"
#include "help/source.h"

namespace {

namespace fs = std::filesystem;

/// What `command` reports of a project in each format.
std::map<std::string, std::string> reports(const std::string& command, const std::vector<std::string>& formats,
                                           const std::vector<std::string>& paths) {
  std::map<std::string, std::string> all;
  for (const std::string& format : formats) {
    std::vector<std::string> words{command, "--format", format};
    if (command == "check") words.insert(words.end(), {"--fail-on", "never"});
    words.insert(words.end(), paths.begin(), paths.end());
    const auto ran = help::run_dovetail(words);
    all[command + " as " + format] = ran.out + ran.err;
  }
  return all;
}

std::map<std::string, std::string> all_reports(const std::string& folder) {
  const help::TemporaryFolder out;
  std::map<std::string, std::string> all;
  std::vector<std::string> words{"check", folder, "--fail-on", "never"};
  for (const std::string format : {"json", "csv", "sarif", "html", "junit", "markdown", "github", "gitlab"}) {
    words.insert(words.end(), {"--report", format + "=" + out.path() + "/check." + format});
  }
  all["check as text"] = help::run_dovetail(words).out;
  for (const auto& file : fs::directory_iterator(out.path())) all[file.path().filename().string()] = help::bytes_of(file.path().string());
  const auto traced = reports("trace", {"json", "csv", "html", "text"}, {folder});
  all.insert(traced.begin(), traced.end());
  return all;
}

void check_same(const std::map<std::string, std::string>& first, const std::map<std::string, std::string>& again, const std::string& about) {
  REQUIRE(first.size() == again.size());
  for (const auto& [name, bytes] : first) {
    const std::string& other = again.at(name);
    const auto differ = static_cast<std::size_t>(std::mismatch(bytes.begin(), bytes.end(), other.begin(), other.end()).first - bytes.begin());
    const std::size_t from = differ - std::min<std::size_t>(differ, 120);
    INFO(about << ", " << name << ":\n" << bytes.substr(from, 300) << "\nand\n" << other.substr(std::min(from, other.size()), 300));
    CHECK((bytes == other));
  }
}

}  // namespace

TEST_CASE("a project that lists its files in another order gives the same bytes", "[cli][order]") {
  const auto project = GENERATE(as<std::string>(), "xp", "coverage/port", "trades/ev", "trades/flex", "trades/heat", "trades/smart", "trades/water",
                                "references", "clean", "rules/term.conflicting/bad", "rules/coverage.codes-differ/bad", "rules/design.conflict/bad");
  const help::TemporaryFolder copy;
  fs::copy(help::source_folder() + "/fixtures/" + project, copy.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  const std::string yaml = help::bytes_of(copy.path() + "/dovetail.yaml");
  const auto first = all_reports(copy.path());
  std::size_t others = 0;
  for (const std::uint32_t order : {0U, 1U, 2U}) {
    const std::string turned = help::reordered(yaml, order);
    REQUIRE(turned.size() == yaml.size());
    others += turned != yaml ? 1U : 0U;
    copy.write("dovetail.yaml", turned);
    check_same(first, all_reports(copy.path()), project + " in order " + std::to_string(order));
  }
  CHECK(others > 0);
}

TEST_CASE("files named in another order give the same bytes", "[cli][order]") {
  const std::string folder = help::source_folder() + "/fixtures/xp/";
  std::vector<std::string> files;
  for (const char* part : {"drafts", "design", "registers"})
    for (const auto& file : fs::directory_iterator(folder + part)) files.push_back(file.path().string());
  const help::TemporaryFolder elsewhere;  // no project stands above these
  for (std::string& name : files) {
    const std::string copy = elsewhere.path() + "/" + fs::path(name).filename().string();
    fs::copy_file(name, copy);
    name = copy;
  }
  std::sort(files.begin(), files.end());
  const auto first = reports("check", {"json", "html"}, files);
  std::reverse(files.begin(), files.end());
  check_same(first, reports("check", {"json", "html"}, files), "turned round");
  std::rotate(files.begin(), files.begin() + 7, files.end());
  check_same(first, reports("check", {"json", "html"}, files), "rotated");
}
