// Damerau–Levenshtein distance in its optimal string alignment form, three rows at a time.
#include "config/nearest.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"

namespace dovetail {
namespace {

constexpr std::size_t longest = 64;
constexpr std::size_t most_slips = 2;

std::string plain(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    c = to_lower(c);
    if (c == '-') c = '_';
  }
  return result;
}

}  // namespace

std::size_t typing_distance(std::string_view a, std::string_view b) {
  a = a.substr(0, longest);
  b = b.substr(0, longest);
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = std::exchange(above, row);
  }
  return above[b.size()];
}

std::string nearest_word(std::string_view typed, const std::vector<std::string>& words) {
  const std::string wanted = plain(typed);
  std::string best;
  std::size_t slips = most_slips + 1;
  for (const std::string& word : words) {
    const std::size_t distance = typing_distance(wanted, plain(word));
    // "or" is two slips from every word of two letters: a guess must keep at least half of what was typed.
    if (distance < slips && distance * 2 <= std::max(wanted.size(), word.size())) {
      best = word;
      slips = distance;
    }
  }
  return best;
}

}  // namespace dovetail
