// Words of one kind compare alike; words that only look like plurals stay.
#include "text/inflection.h"

#include <catch2/catch.hpp>

using namespace dovetail;

TEST_CASE("Plurals and possessives fold to one stem", "[text]") {
  const auto [word, same] = GENERATE(table<std::string, std::string>({{"Parties", "party"},
                                                                      {"Party's", "Party"},
                                                                      {"Parties'", "party"},
                                                                      {"Services", "service"},
                                                                      {"Processes", "Process"},
                                                                      {"LDSOs", "LDSO"},
                                                                      {"HIUs", "HIU"},
                                                                      {"Batches", "batch"},
                                                                      {"Boxes", "Box"},
                                                                      {"Days", "day"},
                                                                      {"Statuses", "status"},
                                                                      {"Surpluses", "surplus"},
                                                                      {"Clauses", "clause"}}));
  CHECK(stem_of(word) == stem_of(same));
}

TEST_CASE("Singulars that end in s keep it", "[text]") {
  const std::string word = GENERATE("process", "basis", "status", "class", "previous");
  CHECK(stem_of(word) == word);
}

TEST_CASE("Different words have different stems", "[text]") {
  CHECK(stem_of("Settlement Day") != stem_of("Settlement Date"));
  CHECK(stem_of("Meter") != stem_of("Metering"));
}
