// Marking schemes: the shipped ones load, and faults are told with file and line.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "config/config.h"
#include "config/help.h"
#include "config/marking_file.h"

using namespace dovetail;
using Catch::Contains;
using dovetail::test::rules_folder;
using dovetail::test::Scratch;

namespace {

/// A rules folder of its own with one marking scheme.
Result<Catalogue> catalogue_with(const Scratch& scratch, const std::string& scheme) {
  std::filesystem::copy_file(rules_folder + "/schema.yaml", scratch.path("schema.yaml"), std::filesystem::copy_options::overwrite_existing);
  scratch.write("marking/own.yaml", scheme);
  return load_catalogue(scratch.path());
}

}  // namespace

TEST_CASE("the shipped marking schemes", "[config][marking]") {
  const auto catalogue = load_catalogue(rules_folder);
  REQUIRE(catalogue);
  std::vector<std::string> names;
  for (const MarkingScheme& scheme : catalogue->markings) names.push_back(scheme.name);
  CHECK(names == std::vector<std::string>{"mhhs", "sec-status", "tracked"});
  CHECK(catalogue->markings[0].marks.front().means == MarkMeaning::deleted);
  CHECK(!catalogue->markings[1].deletions_shown);
  CHECK(catalogue->markings[2].marks.empty());
}

TEST_CASE("a scheme in a file of the project's own", "[config][marking]") {
  const Scratch scratch;
  scratch.write("house.yaml", "title: Ours\nmarks:\n  - {means: inserted, underline: double}\n");
  const auto scheme = load_marking_file(scratch.path("house.yaml"), rules_folder, "house.yaml");
  REQUIRE(scheme);
  CHECK(scheme->name == "house.yaml");
  CHECK(scheme->marks.size() == 1);
  scratch.write("bad.yaml", "title: Ours\nmark:\n  - {means: inserted}\n");
  CHECK_THAT(load_marking_file(scratch.path("bad.yaml"), rules_folder, "bad.yaml").error().message, Contains("bad.yaml:2: ") && Contains("marks"));
  CHECK_THAT(load_marking_file(scratch.path("gone.yaml"), rules_folder, "gone.yaml").error().message, Contains("gone.yaml"));
}

TEST_CASE("faults of a marking scheme are told with their line", "[config][marking]") {
  const Scratch scratch;
  const auto [scheme, says] = GENERATE(table<std::string, std::string>({
      {"title: t\nmarks:\n  - {means: inserted, colour: reddish}\n", "own.yaml:3: \"colour\" is no colour: \"reddish\""},
      {"title: t\nmarks:\n  - {means: inserted}\n", "own.yaml:3: a mark needs a look"},
      {"title: t\nmarks:\n  - {means: insert, strike: true}\n", "did you mean \"inserted\"?"},
      {"title: t\nmark: []\n", "unknown key \"mark\""},
  }));
  const auto catalogue = catalogue_with(scratch, scheme);
  REQUIRE(!catalogue);
  CHECK_THAT(catalogue.error().message, Contains(says));
}

TEST_CASE("a project may only name a scheme that exists", "[config][marking]") {
  const Scratch scratch;
  const auto catalogue = load_catalogue(rules_folder);
  REQUIRE(catalogue);
  const auto file = scratch.write("dovetail.yaml", "project: p\nmarking: mhs\n");
  const auto project = load_project(file, rules_folder, *catalogue);
  REQUIRE(!project);
  CHECK_THAT(project.error().message, Contains("there is no marking scheme \"mhs\"; did you mean \"mhhs\"?"));
}
