// Counts the small words that every English sentence has.
#include "check/english.h"

#include <algorithm>
#include <vector>

#include "text/unicode.h"

namespace dovetail {

bool is_english(const Unit& unit) {
  std::vector<bool> small(unit.forms.size(), false);
  for (std::size_t f = 0; f < unit.forms.size(); ++f) {
    const auto folded = fold(unit.forms[f]);
    small[f] = folded == "the" || folded == "of" || folded == "to" || folded == "and" || folded == "a" || folded == "in" || folded == "shall";
  }
  const auto count = std::count_if(unit.words.begin(), unit.words.end(), [&](const Word& word) { return small[word.form]; });
  return static_cast<std::size_t>(count) * 25 >= unit.words.size();
}

}  // namespace dovetail
