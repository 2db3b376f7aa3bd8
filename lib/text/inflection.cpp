// Rules in order; the first that fits is applied, and only one.
#include "text/inflection.h"

#include <array>

#include "text/unicode.h"

namespace dovetail {
namespace {

struct Ending {
  std::string_view from, to;
  std::size_t shortest;  // of the whole word
};

// "us", "ss" and "is" end singulars; "ies" of "series" and "species" is taken with the rest, since both numbers fold alike.
// "statuses", "bonuses", "censuses", "surpluses" have an "us" in the singular; no word in "tuse", "nuse", "suse", "pluse" stands against it.
constexpr std::array endings{Ending{"tuses", "tus", 7}, Ending{"nuses", "nus", 7}, Ending{"suses", "sus", 7}, Ending{"pluses", "plus", 6},
                             Ending{"sses", "ss", 5},   Ending{"ss", "ss", 2},     Ending{"us", "us", 2},     Ending{"is", "is", 2},
                             Ending{"ies", "y", 5},     Ending{"ches", "ch", 5},   Ending{"shes", "sh", 5},   Ending{"xes", "x", 4},
                             Ending{"zes", "ze", 4},    Ending{"s", "", 3}};

}  // namespace

std::string stem_of(std::string_view word) {
  std::string stem = fold(word);
  if (stem.ends_with("'s"))
    stem.resize(stem.size() - 2);
  else if (stem.ends_with("'"))
    stem.pop_back();
  for (const auto& [from, to, shortest] : endings) {
    if (stem.size() < shortest || !stem.ends_with(from)) continue;
    stem.resize(stem.size() - from.size());
    stem += to;
    break;
  }
  return stem;
}

}  // namespace dovetail
