// Counts the small words that every English sentence has.
#include "check/english.h"

#include <vector>

#include "base/word_table.h"
#include "text/unicode.h"

namespace dovetail {

bool is_english(const Unit& unit) {
  static constexpr WordTable words{"the", "of", "to", "and", "a", "in", "shall"};
  constexpr std::size_t longest = 8;  // bytes: other letters may fold to these
  std::vector<bool> small(unit.forms.size(), false);
  for (std::size_t f = 0; f < unit.forms.size(); ++f) small[f] = unit.forms[f].size() <= longest && words.contains(fold(unit.forms[f]));
  const std::size_t enough = (unit.words.size() + 24) / 25;
  std::size_t count = 0;
  for (auto word = unit.words.begin(); word != unit.words.end() && count < enough; ++word) count += small[word->form] ? 1U : 0U;
  return count >= enough;
}

}  // namespace dovetail
