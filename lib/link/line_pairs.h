// Which line of a text before is which line of the text after.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "link/compared_lines.h"

namespace dovetail {

/// What became of a line of the text after (or, read the other way, before).
enum class LineFate : std::uint8_t { alone, same, changed, moved, cut };  // cut: split in two, or joined out of two

struct LinePairs {
  std::vector<std::optional<std::uint32_t>> partner;  // of each line before: the line after; for a split line the first part
  std::vector<LineFate> before, after;
  struct Cut {
    std::uint32_t before, after;  // the first lines of either side
    bool split;                   // one line before, two after; else two before, one after
  };
  std::vector<Cut> cuts;
  /// Of lines whose words were looked at: a number for each token, the same for the same words of partners.
  std::vector<std::vector<std::uint32_t>> before_tokens, after_tokens;
};

/// Pairs lines: equal ones in order first, then equal ones elsewhere (moved), then those that differ by a paragraph mark, by their number, by
/// some words. A line that nothing is like stays alone.
LinePairs pair_lines(const std::vector<ComparedLine>& before, const std::vector<ComparedLine>& after);

}  // namespace dovetail
