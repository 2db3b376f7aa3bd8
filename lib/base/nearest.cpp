// Optimal string alignment distance: edits and swaps of neighbours.
#include "base/nearest.h"

#include <algorithm>

namespace dovetail {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& known) {
  constexpr std::size_t longest = 64;  // longer words are pasted, not mistyped
  std::string best;
  std::size_t least = 4;
  if (typed.size() > longest) return best;
  for (const auto& word : known) {
    if (word.size() > longest) continue;
    const auto edits = distance(typed, word);
    if (edits < least && edits * 3 <= std::max(word.size(), typed.size())) {
      least = edits;
      best = word;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known) {
  const auto word = nearest(typed, known);
  return word.empty() ? std::string() : "; did you mean " + word + "?";
}

}  // namespace dovetail
