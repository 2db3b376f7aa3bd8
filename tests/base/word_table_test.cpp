#include "base/word_table.h"

#include <catch2/catch.hpp>

using namespace dovetail;

TEST_CASE("A table of words holds its words and no others", "[base]") {
  static constexpr WordTable table{"of", "and", "for", "the", "then", "than", "to"};
  for (const std::string_view word : {"of", "and", "for", "the", "then", "than", "to"}) CHECK(table.contains(word));
  for (const std::string_view word : {"", "o", "off", "tha", "them", "To", "fo", "hte"}) CHECK_FALSE(table.contains(word));
  static_assert(table.contains("for") && !table.contains("four"));
}
