// Each piece of work has a flag of its own, so that units are searched side by side.
#include "check/shared.h"

#include <algorithm>

#include "check/changed_lines.h"

namespace dovetail {

Shared::Shared(const Review& review)
    : review_(review),
      searched_(std::make_unique<std::once_flag[]>(review.units.size())),
      like_terms_(review.units.size()),
      run_together_(std::make_unique<std::once_flag[]>(review.units.size() * 2)),
      sibling_runs_(review.units.size() * 2),
      compared_(std::make_unique<std::once_flag[]>(review.units.size())),
      changed_lines_(review.units.size()),
      line_search_(review.rules),
      looked_through_(std::make_unique<std::once_flag[]>(review.units.size())),
      found_lines_(review.units.size()) {}

const std::vector<LikeTerm>& Shared::like_terms(Id<Unit> unit) {
  std::call_once(prepared_, [&] { likeness_ = std::make_unique<TermLikeness>(review_); });
  std::call_once(searched_[unit.value], [&] { like_terms_[unit.value] = likeness_->find(unit); });
  return like_terms_[unit.value];
}

const std::vector<SiblingRun>& Shared::sibling_runs(Id<Unit> unit, View view) {
  const auto place = unit.value * 2 + index(view);
  std::call_once(run_together_[place], [&] { sibling_runs_[place] = dovetail::sibling_runs(review_.units[unit], view); });
  return sibling_runs_[place];
}

const std::vector<std::uint32_t>& Shared::changed_lines(Id<Unit> unit) {
  std::call_once(compared_[unit.value], [&] { changed_lines_[unit.value] = dovetail::changed_lines(review_, unit); });
  return changed_lines_[unit.value];
}

const LinkedDuties& Shared::linked_duties() {
  std::call_once(read_, [&] { linked_duties_ = std::make_unique<LinkedDuties>(review_); });
  return *linked_duties_;
}

void Shared::prepare(Id<Unit> unit) {
  const auto& rules = review_.rules;
  const auto some = [&](std::string_view check) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.check == check; });
  };
  search_lines(unit);
  if (some("like_term") && !review_.corpus.terms.empty()) like_terms(unit);
  if (some("number_gap") || some("number_order")) {
    sibling_runs(unit, View::proposed);
    if (review_.units[unit].has_changes) sibling_runs(unit, View::baseline);
  }
}

void Shared::search_lines(Id<Unit> unit) {
  std::call_once(looked_through_[unit.value],
                 [&] { found_lines_[unit.value] = line_search_.lines_of(review_.units[unit].projection(View::proposed)); });
}

std::vector<std::uint32_t> Shared::lines_with(const std::vector<PatternSearch::Expression>& expressions, Id<Unit> unit) {
  search_lines(unit);
  return line_search_.with(expressions, found_lines_[unit.value], review_.units[unit].projection(View::proposed));
}

Shared& shared_work(const Review& review, Checked& checked) {
  if (!checked.shared) checked.shared = std::make_shared<Shared>(review);
  return *checked.shared;
}

}  // namespace dovetail
