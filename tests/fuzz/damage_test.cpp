// That the damaged copies are what tests/damaged promises: the same everywhere, and damaged.
#include "fuzz/damage.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/sha256.h"

using namespace dovetail;

namespace {

const std::vector<std::string> seeds{"<w:p><w:t>1.2 The Party shall</w:t></w:p>", "a,b\n1,\"2\"\n", std::string(70000, 'x')};

std::vector<std::string> first_copies(std::string_view name, std::size_t count) {
  fuzz::Damage damage(name, seeds);
  std::vector<std::string> copies(count);
  for (auto& copy : copies) copy = damage.next();
  return copies;
}

}  // namespace

TEST_CASE("Damaged copies are the same ones on every machine", "[fuzz]") {
  const auto copies = first_copies("docx", 200);
  CHECK(copies == first_copies("docx", 200));
  CHECK(copies != first_copies("odt", 200));
  std::string all;
  for (const auto& copy : copies) all += copy;
  CHECK(sha256_hex(all).substr(0, 16) == "eb4eef44db60009e");
}

TEST_CASE("Damaged copies differ from their seeds and from one another, and are never long", "[fuzz]") {
  const auto copies = first_copies("html", 500);
  const std::set<std::string> different(copies.begin(), copies.end());
  CHECK(different.size() > 450);
  CHECK(std::count_if(copies.begin(), copies.end(),
                      [](const std::string& copy) { return std::find(seeds.begin(), seeds.end(), copy) != seeds.end(); }) < 10);
  CHECK(std::all_of(copies.begin(), copies.end(), [](const std::string& copy) { return copy.size() <= 64 << 10; }));
}
