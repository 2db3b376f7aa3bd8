// Finds words of a line by their offsets.
#include "compile/reference_line.h"

#include <algorithm>

#include "compile/reference_words.h"

namespace dovetail {

bool ReferenceLine::is_instrument(std::string_view folded_word) const {
  if (heads == nullptr || heads->empty()) return is_external_instrument(folded_word);
  return std::find(heads->begin(), heads->end(), folded_word) != heads->end();
}

std::size_t ReferenceLine::word_from(std::uint32_t offset) const {
  const auto found = std::lower_bound(words.begin(), words.end(), offset, [](Span w, std::uint32_t o) { return w.begin < o; });
  return static_cast<std::size_t>(found - words.begin());
}

}  // namespace dovetail
