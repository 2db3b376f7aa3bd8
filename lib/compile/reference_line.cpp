// Finds words of a line by their offsets.
#include "compile/reference_line.h"

#include <algorithm>

namespace dovetail {

std::size_t ReferenceLine::word_from(std::uint32_t offset) const {
  const auto found = std::lower_bound(words.begin(), words.end(), offset, [](Span w, std::uint32_t o) { return w.begin < o; });
  return static_cast<std::size_t>(found - words.begin());
}

}  // namespace dovetail
