// How optionality, formats and valid sets are written, and what each means.
#include "link/design_values.h"

#include <catch2/catch.hpp>

using namespace dovetail;

TEST_CASE("Optionality in many words", "[design]") {
  const auto [text, read] = GENERATE(table<std::string, char>({{"M", 'M'},
                                                               {" mandatory ", 'M'},
                                                               {"Required", 'M'},
                                                               {"1..1", 'M'},
                                                               {"O", 'O'},
                                                               {"Optional", 'O'},
                                                               {"0..n", 'O'},
                                                               {"C", 'C'},
                                                               {"Conditional", 'C'}}));
  CHECK(optionality_of(text) == read);
  for (const char* other : {"", "TBC", "M if smart", "see rule"}) CHECK_FALSE(optionality_of(other).has_value());
}

TEST_CASE("Formats of catalogues and schemas are of one class where they mean one thing", "[design]") {
  const auto [text, read] = GENERATE(table<std::string, std::string>({{"CHAR(10)", "text"},
                                                                      {"string", "text"},
                                                                      {"NUM", "number"},
                                                                      {"integer", "number"},
                                                                      {"Decimal (9,3)", "number"},
                                                                      {"date", "date"},
                                                                      {"date-time", "datetime"},
                                                                      {"Timestamp", "datetime"},
                                                                      {"Boolean", "boolean"},
                                                                      {"uuid", ""},
                                                                      {"", ""}}));
  CHECK(format_class(text) == read);
}

TEST_CASE("A valid set is a list of values, or words about them", "[design]") {
  const auto codes = [](std::string_view cell) {
    std::string list;
    for (const auto& [value, label] : valid_set(cell)) list += value + "|" + label + " ";
    return list;
  };
  CHECK(codes("CHECK=Check;MAIN=Main") == "CHECK|Check MAIN|Main ");
  CHECK(codes("A - Actual\nE - Estimated") == "A|Actual E|Estimated ");
  CHECK(codes("1: One; 2: Two") == "1|One 2|Two ");
  CHECK(codes("A, B, C") == "A| B| C| ");
  CHECK(codes("See the list of codes").empty());
  CHECK(codes("Any value from 0 to 9; never blank").empty());
  CHECK(codes("").empty());
}
