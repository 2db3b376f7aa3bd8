// The shipped rules keep their promises: each is documented, backed by a check, and shown firing and staying silent.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "check/checks.h"
#include "config/config.h"
#include "help/program.h"
#include "help/source.h"
#include "help/zip_writer.h"
#include "lint.h"

using namespace dovetail;
namespace files = std::filesystem;

namespace {

const std::string source = help::source_folder();
const std::string rules_folder = source + "/rules";

const Catalogue& shipped() {
  static const auto catalogue = load_catalogue(rules_folder);
  INFO((catalogue ? "" : catalogue.error().message));
  REQUIRE(catalogue);
  return *catalogue;
}

/// Rules that no text or project folder can show, and the test that shows them instead.
const std::map<std::string, std::string>& shown_elsewhere() {
  static const std::map<std::string, std::string> table{
      {"input.encrypted", "needs an encrypted file: tests/read/docx_bad_input_test.cpp"},
      {"input.damaged", "needs a damaged package: tests/read/docx_bad_input_test.cpp"},
      {"input.limit", "needs an archive that unpacks to gigabytes: tests/read/docx_bad_input_test.cpp"},
      {"input.lossy-source", "needs a PDF: tests/read/pdf_test.cpp"},
      {"input.unknown-element", "needs content that is no text: tests/read/docx_golden_test.cpp"},
      {"input.unresolved-numbering", "needs a broken numbering part: tests/read/docx_golden_test.cpp"},
      {"input.nothing-checked", "is about a run, not a text: tests/cli/bad_input_test.cpp"},
      {"input.blocked", "is about what was not read: tests/check/term_test.cpp"}};
  return table;
}

struct Seen {
  std::string document, label, words;
  friend auto operator<=>(const Seen&, const Seen&) = default;
};

std::string shown(const Seen& seen) { return seen.document + " | " + seen.label + " | " + seen.words; }

Job job_for(const std::string& path) {
  Job job;
  job.paths = {path};
  job.rules_folder = rules_folder;
  job.catalogue = shipped();
  job.threads = 1;
  job.today = "2026-01-31";
  return job;
}

/// What one rule says of a run: the words at fault (the message where it is about no words), the document as its path below `folder`.
std::vector<Seen> said_by(const std::string& rule, Job job, const std::string& folder) {
  const auto review = lint(std::move(job));
  INFO((review ? "" : review.error().message));
  REQUIRE(review);
  std::vector<Seen> seen;
  for (const auto& finding : review->findings) {
    if (finding.rule != rule) continue;
    std::string path = review->documents[finding.place.document].path;
    if (path.starts_with(folder + "/")) path.erase(0, folder.size() + 1);
    seen.push_back({path, finding.label, finding.text.empty() ? finding.message : finding.text});
  }
  return seen;
}

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) lines.push_back(line);
  return lines;
}

/// "label \t words", with a document in front for projects.
std::vector<Seen> expected_in(const std::string& path, bool project) {
  std::vector<Seen> expected;
  for (const auto& line : lines_of(path)) {
    std::vector<std::string> fields{""};
    for (const char c : line)
      if (c == '\t')
        fields.emplace_back();
      else
        fields.back() += c;
    if (!project) fields.insert(fields.begin(), "");
    fields.resize(3);
    expected.push_back({fields[0], fields[1], fields[2]});
  }
  return expected;
}

/// What of `expected` was not seen and what was seen beside it. A finding's words may be longer than those expected, never others.
std::string difference(std::vector<Seen> expected, std::vector<Seen> seen) {
  std::ostringstream out;
  for (const auto& want : expected) {
    const auto fits = [&](const Seen& s) {
      return s.document == want.document && s.label == want.label && s.words.find(want.words) != std::string::npos;
    };
    const auto exact = std::find(seen.begin(), seen.end(), want);
    const auto found = exact != seen.end() ? exact : std::find_if(seen.begin(), seen.end(), fits);
    if (found == seen.end())
      out << "not found: " << shown(want) << '\n';
    else
      seen.erase(found);
  }
  for (const auto& more : seen) out << "found beside: " << shown(more) << '\n';
  return out.str();
}

std::string fixture_folder(const Rule& rule) { return source + "/fixtures/rules/" + rule.id; }

/// The endings of the projects of a rule: "" of bad/, "-footnotes" of bad-footnotes/.
std::vector<std::string> projects_of(const Rule& rule) {
  std::vector<std::string> endings;
  if (!files::is_directory(fixture_folder(rule))) return endings;
  for (const auto& entry : files::directory_iterator(fixture_folder(rule))) {
    const auto name = entry.path().filename().string();
    if (entry.is_directory() && name.starts_with("bad")) endings.push_back(name.substr(3));
  }
  std::sort(endings.begin(), endings.end());
  return endings;
}

bool has_project(const Rule& rule) { return !projects_of(rule).empty(); }

/// The project as a run can read it: its packages, which stand in the folder unpacked, are packed in a copy.
std::string packed_project(const std::string& folder, const help::TemporaryFolder& copy) {
  const auto is_package = [](const files::path& path) { return path.extension() == ".docx" && files::is_directory(path); };
  const files::directory_iterator entries(folder);
  if (std::none_of(begin(entries), end(entries), [&](const auto& entry) { return is_package(entry.path()); })) return folder;
  for (const auto& entry : files::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    copy.write(name, is_package(entry.path()) ? help::zip_folder(entry.path().string()) : help::bytes_of(entry.path().string()));
  }
  return copy.path();
}

std::vector<Seen> said_of_project(const std::string& rule, const std::string& folder) {
  const help::TemporaryFolder copy;
  const std::string readable = packed_project(folder, copy);
  return said_by(rule, job_for(readable), readable);
}

/// The endings of the pairs of a folder: "" of bad.txt, "-dcusa" of bad-dcusa.txt, each with its file's ending.
std::vector<std::pair<std::string, std::string>> pairs_in(const std::string& folder) {
  std::vector<std::pair<std::string, std::string>> pairs;
  if (!files::is_directory(folder)) return pairs;
  for (const auto& entry : files::directory_iterator(folder)) {
    const auto stem = entry.path().stem().string();
    if (entry.is_regular_file() && stem.starts_with("bad")) pairs.emplace_back(stem.substr(3), entry.path().extension().string());
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

std::vector<Seen> without_document(std::vector<Seen> seen) {
  for (auto& s : seen) s.document.clear();
  return seen;
}

Job example_job(const std::string& text) {
  auto job = job_for("-");
  job.alone = true;
  job.profile = "generic";
  job.format_in = "marked_text";
  job.standard_input = text;
  return job;
}

}  // namespace

TEST_CASE("every rule is documented and backed by a check", "[rules]") {
  REQUIRE(shipped().rules.size() >= 15);
  for (const auto& rule : shipped().rules) {
    INFO(rule.id);
    CHECK(!rule.title.empty());
    CHECK(!rule.why.empty());
    CHECK(!rule.remedy.empty());
    CHECK(!rule.message.empty());
    CHECK(!rule.title.ends_with('.'));
    CHECK(!rule.message.ends_with('.'));
    if (rule.pattern.empty())
      CHECK(check_named(rule.check) != nullptr);
    else
      CHECK(rule.check.empty());
  }
}

TEST_CASE("the examples of every rule behave", "[rules]") {
  for (const auto& rule : shipped().rules) {
    INFO(rule.id);
    if (rule.examples.bad.empty() || rule.examples.good.empty()) {
      // No text alone can show it: a project, or a file that is no text.
      CHECK((has_project(rule) || shown_elsewhere().contains(rule.id)));
      continue;
    }
    CHECK(!said_by(rule.id, example_job(rule.examples.bad), "").empty());
    CHECK(said_by(rule.id, example_job(rule.examples.good), "").empty());
  }
}

TEST_CASE("every rule has a fixture that shows it", "[rules]") {
  for (const auto& rule : shipped().rules) {
    INFO(rule.id);
    CHECK((has_project(rule) || !pairs_in(fixture_folder(rule)).empty() || shown_elsewhere().contains(rule.id)));
  }
  for (const auto& [id, reason] : shown_elsewhere()) {
    INFO(id);
    CHECK(std::any_of(shipped().rules.begin(), shipped().rules.end(), [&, name = id](const Rule& rule) { return rule.id == name; }));
    CHECK(files::exists(source + "/" + reason.substr(reason.find("tests/"))));
  }
}

TEST_CASE("texts in fixtures/rules are judged as their lists say", "[rules]") {
  for (const auto& rule : shipped().rules)
    for (const auto& [ending, extension] : pairs_in(fixture_folder(rule))) {
      const auto folder = fixture_folder(rule);
      INFO(rule.id << ending);
      const auto bad = without_document(said_by(rule.id, job_for(folder + "/bad" + ending + extension), folder));
      CHECK(difference(expected_in(folder + "/expected" + ending + ".txt", false), bad) == "");
      CHECK(difference({}, without_document(said_by(rule.id, job_for(folder + "/good" + ending + extension), folder))) == "");
    }
}

TEST_CASE("projects in fixtures/rules are judged as their lists say", "[rules]") {
  for (const auto& rule : shipped().rules)
    for (const auto& ending : projects_of(rule)) {
      const auto folder = fixture_folder(rule);
      INFO(rule.id << ending);
      CHECK(difference(expected_in(folder + "/expected" + ending + ".txt", true), said_of_project(rule.id, folder + "/bad" + ending)) == "");
      CHECK(difference({}, said_of_project(rule.id, folder + "/good" + ending)) == "");
    }
}
