// Whether a text says the same in other numbers: a provision that cites others is no other text when those are renumbered.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// Reads the corpus as far as it is linked: references, and comparisons of drafts with the texts behind them.
class CitedNumbers {
 public:
  CitedNumbers(const Review& review, const Corpus& corpus) : review_(review), corpus_(corpus) {}

  /// A provision of one text, in one view.
  struct Text {
    Id<Unit> unit;
    View view;
    Id<Provision> provision;
  };

  /// The provision of a draft that a provision of a text behind it has become; none where it is gone, or the two were not compared.
  Id<Provision> in_draft(Id<Unit> draft, Id<Unit> behind, Id<Provision> provision);

  /// Whether the words of two texts are the same but for numbers, each the number of one provision that both texts cite. Punctuation and case do not
  /// count.
  bool alone_differ(const Text& before, std::string_view words_before, const Text& now, std::string_view words_now);

 private:
  using Cited = std::map<std::string, In<Provision>>;  // by number, as the provision writes it
  [[nodiscard]] Cited cited_by(const Text& text);
  [[nodiscard]] bool is_same(In<Provision> before, In<Provision> now);

  const Review& review_;
  const Corpus& corpus_;
  std::map<std::pair<Id<Unit>, Id<Unit>>, std::map<Id<Provision>, Id<Provision>>> became_;       // of a text behind and a draft
  std::map<std::pair<Id<Unit>, View>, std::multimap<Id<Provision>, std::uint32_t>> references_;  // by the provision that they stand in
};

}  // namespace dovetail
