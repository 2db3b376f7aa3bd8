// Every draft beside the text it was marked against.
#include <algorithm>
#include <tuple>

#include "base/parallel.h"
#include "link/alignment.h"
#include "link/provision_changes.h"

namespace dovetail {
namespace {

/// Whether what differs was changed by somebody, and not by the reading.
bool comparable(const Losses& lost) { return !lost.text && !lost.layout; }

}  // namespace

std::vector<Comparison> compare_with_baselines(const Review& review, unsigned threads) {
  std::vector<Comparison> comparisons;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    if (input.role != InputRole::baseline || !input.baseline_of) continue;
    Comparison comparison;
    comparison.before = Id<Unit>(n);
    comparison.after = Id<Unit>(input.baseline_of.value);
    const Unit& before = review.units[comparison.before];
    const Unit& after = review.units[comparison.after];
    if (!before.views[0] || !after.views[0] || !comparable(before.lost) || !comparable(after.lost) || after.lost.marks) continue;
    comparisons.push_back(std::move(comparison));
  }
  std::sort(comparisons.begin(), comparisons.end(),
            [](const Comparison& x, const Comparison& y) { return std::tuple(x.after, x.before) < std::tuple(y.after, y.before); });
  parallel_for(comparisons.size(), threads, [&](std::size_t n) {
    Comparison& comparison = comparisons[n];
    const Unit& before = review.units[comparison.before];
    const Unit& after = review.units[comparison.after];
    const ComparedText before_text{review.documents[before.document], before, comparison.before_view};
    const ComparedText after_text{review.documents[after.document], after, comparison.after_view};
    Aligned aligned = align_texts(before_text, after_text);
    comparison.renumbered = renumbered_provisions(before_text, after_text, aligned);
    comparison.differences = std::move(aligned.differences);
    for (std::uint32_t line = 0; line < aligned.partner.size(); ++line)
      if (aligned.partner[line]) comparison.lines.emplace_back(line, *aligned.partner[line]);
  });
  return comparisons;
}

}  // namespace dovetail
