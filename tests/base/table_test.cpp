// Typed ids name values for ever; the default id names nothing.
#include "base/table.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/id.h"

using namespace dovetail;

TEST_CASE("A table names its values by ids that stay valid as it grows") {
  Table<std::string> table;
  const auto first = table.add("a");
  for (int i = 0; i < 1000; ++i) table.add("x");
  CHECK(table[first] == "a");
  CHECK(table.size() == 1001);
  CHECK(table[table.last()] == "x");
}

TEST_CASE("A default id names nothing and differs from every real one") {
  const Id<int> nothing;
  CHECK_FALSE(nothing);
  CHECK(Id<int>(0));
  CHECK(nothing != Id<int>(0));
}
