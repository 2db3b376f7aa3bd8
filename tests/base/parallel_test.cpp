// Every item is worked on exactly once, whatever the number of threads.
#include "base/parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <vector>

using namespace dovetail;

TEST_CASE("parallel_for does each item once") {
  const auto threads = GENERATE(0U, 1U, 2U, 4U, 64U);
  std::vector<std::atomic<int>> seen(500);
  parallel_for(seen.size(), threads, [&](std::size_t i) { ++seen[i]; });
  for (const auto& count : seen) REQUIRE(count == 1);
}

TEST_CASE("parallel_for of nothing does nothing") {
  parallel_for(0, 4, [](std::size_t) { FAIL("called"); });
}
