// What two texts have not in common: a draft's baseline view and the baseline it names.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/unit.h"

namespace dovetail {

/// inserted, deleted: whole lines. changed: words inside a line. moved: the same lines elsewhere. split, joined: only a paragraph mark differs.
enum class DifferenceKind : std::uint8_t { inserted, deleted, changed, moved, split, joined };

/// One difference between a text before and a text after.
struct Difference {
  DifferenceKind kind = DifferenceKind::changed;
  bool cosmetic = false;                          // quotes, spaces or dashes that print the same
  Span before, after;                             // the words, in either Document::text; empty at the point where the other text has more
  std::string before_words, after_words;          // as either view shows them, squeezed
  std::string before_context;                     // changed: the words before, with some that follow them
  std::uint32_t before_line = 0, after_line = 0;  // of the projections; of a deleted line: the line after which it is gone, if any
};

struct Comparison {
  Id<Unit> before, after;
  View before_view = View::proposed, after_view = View::baseline;
  std::vector<Difference> differences;  // in order of the text after
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;  // the line before and the line after that are one, sorted; of the projections
};

}  // namespace dovetail
