// Patterns say where they match in bytes, and what is wrong with them when they do not compile.
#include "text/pattern.h"

#include <catch2/catch.hpp>

using namespace dovetail;

TEST_CASE("A pattern gives its match and its groups as offsets", "[text]") {
  const auto pattern = Pattern::literal("(para)(s)? ([0-9]+)");
  const auto match = pattern.find("see para 12 and paras 13");
  REQUIRE(match);
  CHECK(match->span == Span{4, 11});
  CHECK(match->groups[0] == Span{4, 8});
  CHECK_FALSE(match->groups[1]);
  CHECK(match->groups[2] == Span{9, 11});
  CHECK(pattern.find("see para 12 and paras 13", match->span.end)->span == Span{16, 24});
}

TEST_CASE("A pattern can be asked for a match at one place, or of the whole text", "[text]") {
  const auto pattern = Pattern::literal("[0-9]+");
  CHECK(pattern.match_at("a1", 1));
  CHECK_FALSE(pattern.match_at("a1", 0));
  CHECK(pattern.matches("12"));
  CHECK_FALSE(pattern.matches("12a"));
  CHECK_FALSE(pattern.find("12", 5));
}

TEST_CASE("The lines of a text are searched each by itself", "[text]") {
  const auto spread = Pattern::literal("one[^x]*two");
  CHECK(spread.find("one\ntwo"));
  CHECK_FALSE(spread.find_in_lines("one\ntwo"));
  CHECK(spread.find_in_lines("one\none two\n") == 4);
  const auto ends = Pattern::literal("^[a-z]+$");
  CHECK(ends.find_in_lines("A b\nword\nC") == 4);
  CHECK_FALSE(ends.find_in_lines("A b\nword\nC", 5));
}

TEST_CASE("Offsets are bytes, whatever the characters", "[text]") { CHECK(Pattern::literal("b").find("–b")->span == Span{3, 4}); }

TEST_CASE("A pattern that does not compile says why and quotes itself", "[text]") {
  const auto bad = Pattern::compile("(a");
  REQUIRE_FALSE(bad);
  CHECK(bad.error().message.find("\"(a\"") != std::string::npos);
  CHECK_FALSE(Pattern::compile("(a)\\1"));  // no back references: they are not linear
}

TEST_CASE("A set of expressions says which is the first that a whole text matches", "[text][pattern]") {
  const dovetail::PatternSet set({"ab[0-9]", "[a-z]+[0-9]", "x"});
  CHECK(set.first_of("AB1") == 0);
  CHECK(set.first_of("abc1") == 1);
  CHECK(set.first_of("X") == 2);
  CHECK_FALSE(set.first_of("x1 and more"));
  CHECK_FALSE(dovetail::PatternSet({}).first_of(""));
}
