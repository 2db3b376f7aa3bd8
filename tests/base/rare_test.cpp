#include "base/rare.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace dovetail;

TEST_CASE("A rare value reads as the value itself, empty or not", "[base]") {
  static_assert(sizeof(Rare<std::string>) == sizeof(void*));
  Rare<std::string> name;
  CHECK(name.empty());
  CHECK(name == "");
  CHECK(name->size() == 0);
  name = std::string("Part A");
  CHECK_FALSE(name.empty());
  CHECK(name == "Part A");
  const std::string& whole = name;
  CHECK(whole == "Part A");
  CHECK(std::string_view(name) == "Part A");
  name.edit() += "1";
  CHECK(name == "Part A1");
  name = std::string();
  CHECK(name.empty());
}

TEST_CASE("A copy of a rare value is its own", "[base]") {
  Rare<std::vector<std::string>> names;
  names.edit().push_back("Schedule 2");
  auto copy = names;
  copy.edit().push_back("Part B");
  CHECK(names->size() == 1);
  CHECK(copy->back() == "Part B");
  copy = names;
  CHECK(copy == names);
  const auto moved = std::move(copy);
  CHECK(moved == names);
  std::string joined;
  for (const auto& name : moved) joined += name;
  CHECK(joined == "Schedule 2");
  names = std::vector<std::string>();
  CHECK(names.empty());
  CHECK(moved->size() == 1);
}
