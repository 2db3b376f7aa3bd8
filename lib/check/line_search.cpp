// The table of what is searched for; a rule that looks through whole texts has a row here.
#include "check/line_search.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "check/change.h"
#include "check/pattern.h"
#include "check/reference.h"
#include "check/wording.h"

namespace dovetail {
namespace {

using Expressions = std::vector<PatternSearch::Expression>;

constexpr std::array searching{std::pair{std::string_view("residue"), &residue_expressions},
                               std::pair{std::string_view("programme_artefact"), &programme_expressions},
                               std::pair{std::string_view("impossible_date"), &date_expressions}};

Expressions all_of(const std::vector<Rule>& rules) {
  Expressions all;
  for (const auto& rule : rules)
    for (auto& one : expressions_of(rule))
      if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
  return all;
}

}  // namespace

std::vector<PatternSearch::Expression> expressions_of(const Rule& rule) {
  if (!rule.pattern.empty()) return pattern_expressions(rule);
  const auto row = std::find_if(searching.begin(), searching.end(), [&](const auto& r) { return r.first == rule.check; });
  return row == searching.end() ? Expressions() : row->second(rule);
}

LineSearch::LineSearch(const std::vector<Rule>& rules) : expressions_(all_of(rules)), search_(expressions_) {}

LineSearch::Lines LineSearch::lines_of(const Projection& projection) const {
  Lines lines(expressions_.size());
  std::vector<int> found;
  for (std::uint32_t n = 0; n < projection.lines.size() && !expressions_.empty(); ++n) {
    search_.occurring_in(slice(projection.text, projection.lines[n].span), found);
    for (const int one : found) lines[static_cast<std::size_t>(one)].push_back(n);
  }
  return lines;
}

std::vector<std::uint32_t> LineSearch::with(const Expressions& expressions, const Lines& lines, const Projection& projection) const {
  std::vector<std::uint32_t> all;
  for (const auto& wanted : expressions) {
    const auto known = std::find(expressions_.begin(), expressions_.end(), wanted);
    if (known == expressions_.end()) {  // a rule that runs outside a run
      all.resize(projection.lines.size());
      std::iota(all.begin(), all.end(), 0U);
      return all;
    }
    const auto& more = lines[static_cast<std::size_t>(known - expressions_.begin())];
    all.insert(all.end(), more.begin(), more.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace dovetail
