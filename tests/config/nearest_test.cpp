// What a slip of typing was meant to be.
#include "config/nearest.h"

#include <catch2/catch.hpp>

using namespace dovetail;

TEST_CASE("typing distance counts slips, a swap as one", "[config]") {
  CHECK(typing_distance("", "") == 0);
  CHECK(typing_distance("", "abc") == 3);
  CHECK(typing_distance("path", "path") == 0);
  CHECK(typing_distance("paht", "path") == 1);
  CHECK(typing_distance("pth", "path") == 1);
  CHECK(typing_distance("paths", "path") == 1);
  CHECK(typing_distance("kitten", "sitting") == 3);
  CHECK(typing_distance(std::string(100000, 'a'), std::string(100000, 'b')) == 64);
}

TEST_CASE("the nearest word is at most two slips away and not a different word", "[config]") {
  const std::vector<std::string> words{"path", "id", "or", "documents", "change_ids", "min"};
  CHECK(nearest_word("docments", words) == "documents");
  CHECK(nearest_word("Documents", words) == "documents");
  CHECK(nearest_word("change-ids", words) == "change_ids");
  CHECK(nearest_word("dcoumetns", words) == "documents");
  CHECK(nearest_word("xy", words).empty());
  CHECK(nearest_word("max", words).empty());
  CHECK(nearest_word("documentation", words).empty());
  CHECK(nearest_word("", words).empty());
}
