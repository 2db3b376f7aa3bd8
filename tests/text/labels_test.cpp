// Numbers as drafters write them, and what is no number.
#include "text/labels.h"

#include <catch2/catch.hpp>

using namespace dovetail;

TEST_CASE("decimals are read to their end and without their full stop", "[text][labels]") {
  const auto [text, number, end] = GENERATE(table<std::string, std::string, std::uint32_t>({
      {"3", "3", 1},
      {"3.", "3", 2},
      {"3.2.1 text", "3.2.1", 5},
      {"3.2.1. text", "3.2.1", 6},
      {"1.1) text", "1.1", 4},
      {"1.2.1A the", "1.2.1A", 6},
      {"1.2.1AA the", "1.2.1AA", 7},
      {"2A", "2A", 2},
      {"A1.1 text", "A1.1", 4},
      {"K5.4(b)", "K5.4", 4},
      {"3.18\ttext", "3.18", 4},
      {"10.10.10", "10.10.10", 8},
  }));
  CAPTURE(text);
  const auto found = read_number(text, 0);
  REQUIRE(found);
  CHECK(found->shape == NumberShape::decimal);
  CHECK(found->number == number);
  CHECK(found->span.end == end);
}

TEST_CASE("items have their brackets", "[text][labels]") {
  const auto [text, number] = GENERATE(table<std::string, std::string>({
      {"(a) text", "(a)"},
      {"a) text", "(a)"},
      {"(iv)", "(iv)"},
      {"(A)", "(A)"},
      {"(12)", "(12)"},
      {"(aa)", "(aa)"},
      {"(1A)", "(1A)"},
      {"(6AA) text", "(6AA)"},
      {"1) text", "(1)"},
  }));
  CAPTURE(text);
  const auto found = read_number(text, 0);
  REQUIRE(found);
  CHECK(found->shape == NumberShape::item);
  CHECK(found->number == number);
}

TEST_CASE("words, bracketed remarks and long figures are no numbers", "[text][labels]") {
  const auto text = GENERATE("", "Part", "(see above)", "(the \"Code\")", "()", "(a", "12345", "5WDs", "(1234)", "ABCD5", "(inserted)");
  CAPTURE(text);
  CHECK_FALSE(read_number(text, 0));
}

TEST_CASE("what an item counts", "[text][labels]") {
  using V = ItemValues;
  CHECK(values_of("a") == V{{Counting::lower_letter, 1, false}});
  CHECK(values_of("i") == V{{Counting::lower_letter, 9, false}, {Counting::lower_roman, 1, false}});
  CHECK(values_of("C") == V{{Counting::upper_letter, 3, false}, {Counting::upper_roman, 100, false}});
  CHECK(values_of("aa") == V{{Counting::lower_letter, 27, true}});
  CHECK(values_of("1A") == V{{Counting::figure, 1, true}});
  CHECK(values_of("xiv") == V{{Counting::lower_roman, 14, false}});
  CHECK(values_of("iix").empty());
  CHECK(values_of("0").empty());
  CHECK(values_of("").empty());
}

TEST_CASE("roman numerals in their shortest form only", "[text][labels]") {
  CHECK(roman_value("iv") == 4u);
  CHECK(roman_value("XII") == 12u);
  CHECK(roman_value("xcix") == 99u);
  CHECK_FALSE(roman_value("iiii"));
  CHECK_FALSE(roman_value("vx"));
  CHECK_FALSE(roman_value("d"));
  CHECK_FALSE(roman_value(""));
}

TEST_CASE("parts of decimals and their values", "[text][labels]") {
  CHECK(parts_of("K5.4A") == std::vector<std::string>{"K5", "4A"});
  CHECK(value_of_part("K5").figure == 5);
  CHECK(value_of_part("12A").figure == 12);
  CHECK(value_of_part("12A").letters == "A");
}
