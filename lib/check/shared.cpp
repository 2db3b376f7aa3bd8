// Each piece of work has a flag of its own, so that units are searched side by side.
#include "check/shared.h"

namespace dovetail {

Shared::Shared(const Review& review)
    : review_(review), searched_(std::make_unique<std::once_flag[]>(review.units.size())), like_terms_(review.units.size()) {}

const std::vector<LikeTerm>& Shared::like_terms(Id<Unit> unit) {
  std::call_once(prepared_, [&] { likeness_ = std::make_unique<TermLikeness>(review_); });
  std::call_once(searched_[unit.value], [&] { like_terms_[unit.value] = likeness_->find(unit); });
  return like_terms_[unit.value];
}

Shared& shared_work(const Review& review, Checked& checked) {
  if (!checked.shared) checked.shared = std::make_shared<Shared>(review);
  return *checked.shared;
}

}  // namespace dovetail
