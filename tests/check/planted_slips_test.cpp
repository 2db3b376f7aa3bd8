// fixtures/clean: nothing is found in texts that are right, and each slip of planted.tsv is found where it was put.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "help/linted.h"
#include "help/package.h"
#include "help/program.h"
#include "help/source.h"
#include "model/locate.h"

using namespace dovetail;
namespace files = std::filesystem;

namespace {

const std::string folder = help::source_folder() + "/fixtures/clean";

struct Slip {
  std::string file, right, wrong, rule, label;
};

std::vector<Slip> slips() {
  std::vector<Slip> all;
  std::ifstream in(folder + "/planted.tsv");
  std::string line;
  std::getline(in, line);  // the heads
  while (std::getline(in, line)) {
    std::istringstream cells(line);
    Slip slip;
    for (auto* field : {&slip.file, &slip.right, &slip.wrong, &slip.rule, &slip.label}) std::getline(cells, *field, '\t');
    all.push_back(slip);
  }
  return all;
}

/// Puts the slip into the words, once; false where they have not what it changes.
bool put_into(const Slip& slip, std::string& words) {
  const auto at = words.find(slip.right);
  if (at == std::string::npos) return false;
  words.replace(at, slip.right.size(), slip.wrong);
  return true;
}

/// The files of the project, packages packed, with one slip in them or none.
std::vector<std::pair<std::string, std::string>> project(const Slip* slip) {
  std::vector<std::pair<std::string, std::string>> all;
  bool done = slip == nullptr;
  for (const auto& entry : files::directory_iterator(folder)) {
    const auto name = entry.path().filename().string();
    if (name == "planted.tsv") continue;
    const bool here = slip != nullptr && slip->file == name;
    if (entry.is_directory()) {
      help::Parts parts;
      for (const auto& part : files::recursive_directory_iterator(entry.path())) {
        if (!part.is_regular_file()) continue;
        auto bytes = help::bytes_of(part.path().string());
        if (here && !done && part.path().filename() == "document.xml") done = put_into(*slip, bytes);
        parts.emplace_back(files::relative(part.path(), entry.path()).generic_string(), std::move(bytes));
      }
      all.emplace_back(name, help::zip_of(parts));
    } else {
      auto bytes = help::bytes_of(entry.path().string());
      if (here && !done) done = put_into(*slip, bytes);
      all.emplace_back(name, std::move(bytes));
    }
  }
  CHECK(done);
  return all;
}

bool is_of_references(const Finding& finding) {
  return finding.rule.starts_with("reference.") || finding.rule.starts_with("structure.") || finding.rule.starts_with("timetable.");
}

std::string shown(const Review& review, const Finding& finding) {
  return files::path(review.documents[finding.place.document].path).filename().string() + " " + finding.rule + " " + finding.message + "\n";
}

}  // namespace

TEST_CASE("Texts of many kinds that are right have no finding of references or numbers", "[check][references]") {
  const auto review = help::linted(project(nullptr));
  std::string found;
  for (const auto& finding : review.findings)
    if (is_of_references(finding)) found += shown(review, finding);
  CHECK(found == "");

  std::map<Outcome, std::size_t> outcomes;
  std::size_t references = 0;
  for (const auto& views : review.corpus.references)
    for (const auto& link : views[index(View::proposed)]) ++outcomes[link.outcome], ++references;
  CHECK(references > 1000);
  // Single parts of codes cite what was not read; what was is found.
  CHECK(outcomes[Outcome::resolved] * 100 >= references * 85);
  CHECK((outcomes[Outcome::resolved] + outcomes[Outcome::external] + outcomes[Outcome::not_loaded]) * 100 >= references * 99);
  CHECK(outcomes[Outcome::unparsed] * 100 <= references);
  CHECK(outcomes[Outcome::missing] + outcomes[Outcome::ambiguous] + outcomes[Outcome::not_used] == 0);
}

TEST_CASE("Each slip that is put into a right text is found, and little beside it", "[check][references]") {
  std::size_t count = 0;
  for (const auto& slip : slips()) {
    INFO(slip.file << ": " << slip.wrong);
    const auto review = help::linted(project(&slip));
    std::string beside;
    bool found = false;
    for (const auto& finding : review.findings) {
      if (!is_of_references(finding)) continue;
      const auto file = files::path(review.documents[finding.place.document].path).filename().string();
      found = found || (file == slip.file && finding.rule == slip.rule && finding.label == slip.label);
      if (file != slip.file) beside += shown(review, finding);
    }
    CHECK(found);
    CHECK(beside == "");
    ++count;
  }
  CHECK(count >= 40);
}
