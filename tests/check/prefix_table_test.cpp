// Letters are found by their beginnings, however they are put together.
#include "check/prefix_table.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>

using namespace dovetail;

TEST_CASE("Every beginning is known, and the whole by its index", "[check]") {
  PrefixTable table;
  CHECK_FALSE(table.find(LettersHash("m")));
  table.add("meterpoint", 7);
  table.add("meter", 8);
  table.add("meter", 9);
  CHECK(table.find(LettersHash("met")) == PrefixTable::none);
  CHECK(table.find(LettersHash("meter")) == 8);
  CHECK(table.find(LettersHash("meter") + LettersHash("point")) == 7);
  CHECK(table.find(LettersHash("me") + LettersHash("terpo") + LettersHash("int")) == 7);
  CHECK_FALSE(table.find(LettersHash("meters")));
  CHECK_FALSE(table.find(LettersHash("point")));
  CHECK_FALSE(table.find(LettersHash("meterpoints")));
}

TEST_CASE("Many strings over few letters keep apart", "[check]") {
  std::mt19937 random(3);
  const auto letters = [&] {
    std::string text;
    for (std::size_t n = 1 + random() % 12; n > 0; --n) text += static_cast<char>('a' + random() % 3);
    return text;
  };
  PrefixTable table;
  std::set<std::string> beginnings, wholes;
  for (std::uint32_t n = 0; n < 3000; ++n) {
    const auto text = letters();
    table.add(text, n);
    wholes.insert(text);
    for (std::size_t size = 1; size <= text.size(); ++size) beginnings.insert(text.substr(0, size));
  }
  for (int n = 0; n < 20000; ++n) {
    const auto text = letters();
    const auto found = table.find(LettersHash(text));
    REQUIRE(found.has_value() == beginnings.contains(text));
    if (found) REQUIRE((*found != PrefixTable::none) == wholes.contains(text));
  }
}
