// Draft against twin, earlier version and live text.
#include "link/companions.h"

#include <utility>

#include "base/parallel.h"
#include "link/alignment.h"
#include "link/provision_changes.h"
#include "link/three_way.h"

namespace dovetail {
namespace {

bool can_compare(const Unit& unit) { return unit.views[0] && unit.views[1] && unit.has_body && !unit.lost.text && !unit.lost.layout; }

Id<Unit> baseline_of(const Review& review, Id<Document> draft) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::baseline && review.inputs[n].baseline_of == draft && can_compare(review.units[Id<Unit>(n)]))
      return Id<Unit>(n);
  return {};
}

}  // namespace

std::vector<Comparison> compare_with_companions(const Review& review, unsigned threads) {
  std::vector<Comparison> all;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    const bool wanted = input.companion_of && (input.companion_as == ComparedAs::twin || input.companion_as == ComparedAs::earlier);
    if (!wanted || !can_compare(review.units[Id<Unit>(n)]) || !can_compare(review.units[Id<Unit>(input.companion_of.value)])) continue;
    Comparison comparison;
    comparison.before = Id<Unit>(n);
    comparison.after = Id<Unit>(input.companion_of.value);
    comparison.after_view = View::proposed;
    comparison.as = input.companion_as;
    all.push_back(std::move(comparison));
  }
  parallel_for(all.size(), threads, [&](std::size_t n) {
    Comparison& comparison = all[n];
    const Unit &before = review.units[comparison.before], &after = review.units[comparison.after];
    const ComparedText before_text{review.documents[before.document], before, comparison.before_view};
    const ComparedText after_text{review.documents[after.document], after, comparison.after_view};
    Aligned aligned = align_texts(before_text, after_text);
    comparison.provisions = provision_changes(before_text, after_text, aligned);
    comparison.differences = std::move(aligned.differences);
  });
  return all;
}

std::vector<ThreeWay> lay_three_ways(const Review& review, unsigned threads) {
  std::vector<ThreeWay> all;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    if (!input.companion_of || input.companion_as != ComparedAs::live) continue;
    ThreeWay three;
    three.live = Id<Unit>(n);
    three.draft = Id<Unit>(input.companion_of.value);
    three.baseline = baseline_of(review, input.companion_of);
    if (!three.baseline) {
      three.baseline = three.draft;
      three.baseline_view = View::baseline;
    }
    const bool known = three.baseline != three.draft || review.units[three.draft].has_changes;
    if (known && can_compare(review.units[three.live]) && can_compare(review.units[three.draft])) all.push_back(std::move(three));
  }
  parallel_for(all.size(), threads, [&](std::size_t n) {
    ThreeWay& three = all[n];
    const auto text = [&](Id<Unit> unit, View view) { return ComparedText{review.documents[review.units[unit].document], review.units[unit], view}; };
    three.rows = three_way_rows(text(three.baseline, three.baseline_view), text(three.live, View::proposed), text(three.draft, View::proposed));
    name_live_changes(review, three);
  });
  return all;
}

}  // namespace dovetail
