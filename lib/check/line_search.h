// In which lines of a text the expressions of the rules occur, found with one pass over the text for all rules together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/projection.h"
#include "model/rule.h"
#include "text/pattern.h"

namespace dovetail {

/// What a rule looks for in whole texts; empty for rules that look in another way.
std::vector<PatternSearch::Expression> expressions_of(const Rule& rule);

/// The expressions of all rules of a run. Safe to ask from many threads.
class LineSearch {
 public:
  explicit LineSearch(const std::vector<Rule>& rules);

  /// Per expression the lines of the text that it occurs in, ascending: a search of any other line for it would be in vain.
  using Lines = std::vector<std::vector<std::uint32_t>>;
  [[nodiscard]] Lines lines_of(const Projection& projection) const;

  /// The lines in which one or more of `expressions` occur, ascending; all where they are those of no rule of the run. `lines` are the projection's.
  [[nodiscard]] std::vector<std::uint32_t> with(const std::vector<PatternSearch::Expression>& expressions, const Lines& lines,
                                                const Projection& projection) const;

 private:
  std::vector<PatternSearch::Expression> expressions_;
  PatternSearch search_;
};

}  // namespace dovetail
