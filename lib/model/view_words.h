// The words that one view of a text has.
#pragma once

#include <cstdint>
#include <vector>

#include "model/unit.h"

namespace dovetail {

/// The indexes of the words of a view in Unit::words, in order.
inline std::vector<std::uint32_t> view_words(const Unit& unit, View view) {
  std::vector<std::uint32_t> found(unit.words.size());
  std::size_t count = 0;
  std::uint32_t n = 0;
  for (const Word& word : unit.words) {  // without a branch: nearly all are there
    found[count] = n++;
    count += word.is(view, Word::here) ? 1U : 0U;
  }
  found.resize(count);
  return found;
}

}  // namespace dovetail
