// Patterns say where they match in bytes, and what is wrong with them when they do not compile.
#include "text/pattern.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

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

TEST_CASE("Expressions looked for at once are those that a search for each would find", "[text][pattern]") {
  const std::vector<PatternSearch::Expression> expressions{{"ab[0-9]", false}, {"(?:one|two) b", true}, {"^x", false}, {"b$", false}, {"c|", false}};
  const PatternSearch search(expressions);
  std::vector<int> found{7};
  for (const std::string text : {"ab1 b", "ONE B", "x ab2", "a x", "", "TWO bc"}) {
    std::vector<int> expected;
    for (std::size_t n = 0; n < expressions.size(); ++n)
      if (Pattern::literal(expressions[n].expression, expressions[n].ignore_case).find(text)) expected.push_back(static_cast<int>(n));
    search.occurring_in(text, found);
    std::sort(found.begin(), found.end());
    INFO(text);
    CHECK(found == expected);
  }
  PatternSearch({}).occurring_in("ab1", found);
  CHECK(found.empty());
}

TEST_CASE("Expressions of which one is too large to be looked for are all named", "[text][pattern]") {
  std::vector<int> found;
  PatternSearch({{"a", false}, {"(?:[a-z]{1,900}[0-9]{1,900}){1,900}", false}}).occurring_in("b", found);
  CHECK(found == std::vector<int>{0, 1});
}
