// One pass over a text says for every rule in which lines it has to look.
#include "check/line_search.h"

#include <catch2/catch.hpp>

using namespace dovetail;

namespace {

Projection text_of(const std::vector<std::string>& lines) {
  Projection projection;
  for (const auto& line : lines) {
    const auto begin = static_cast<std::uint32_t>(projection.text.size());
    projection.text += line + "\n";
    projection.lines.push_back({{begin, begin + static_cast<std::uint32_t>(line.size())}, {}, {}});
  }
  return projection;
}

Rule pattern_rule(const std::string& pattern, std::map<std::string, std::string> with = {}) {
  Rule rule;
  rule.pattern = pattern;
  rule.with = std::move(with);
  return rule;
}

Rule check_rule(const std::string& check) {
  Rule rule;
  rule.check = check;
  return rule;
}

}  // namespace

TEST_CASE("Each rule is told the lines that hold what it looks for", "[check]") {
  const auto text = text_of({"Paid on 31 June 2026", "[TBC] and/or 30 June 2026", "nothing", "", "AND/OR"});
  const std::vector<Rule> rules{pattern_rule("and/or", {{"ignore_case", "true"}}),
                                pattern_rule("and/or"),
                                check_rule("residue"),
                                check_rule("impossible_date"),
                                check_rule("undefined_term"),
                                pattern_rule("the the", {{"twice", "true"}})};
  const LineSearch search(rules);
  const auto lines = search.lines_of(text);
  using Numbers = std::vector<std::uint32_t>;
  CHECK(search.with(expressions_of(rules[0]), lines, text) == Numbers{1, 4});
  CHECK(search.with(expressions_of(rules[1]), lines, text) == Numbers{1});
  CHECK(search.with(expressions_of(rules[2]), lines, text) == Numbers{1});
  CHECK(search.with(expressions_of(rules[3]), lines, text) == Numbers{0, 1});
  CHECK(search.with(expressions_of(rules[4]), lines, text).empty());
  CHECK(search.with(expressions_of(rules[5]), lines, text).empty());
}

TEST_CASE("What no rule of the run looks for may be in any line", "[check]") {
  const auto text = text_of({"a", "b"});
  const LineSearch search({pattern_rule("a")});
  CHECK(search.with({{"x", false}}, search.lines_of(text), text) == std::vector<std::uint32_t>{0, 1});
}
