// The words that all forms of a comparison share.
#include "report/compare.h"

namespace dovetail {

std::array<std::size_t, provision_fate_count> count_fates(const Comparison& comparison) {
  std::array<std::size_t, provision_fate_count> counts{};
  for (const ProvisionChange& change : comparison.provisions) ++counts.at(static_cast<std::size_t>(change.fate));
  return counts;
}

std::string_view words_of(ProvisionFate fate) {
  switch (fate) {
    case ProvisionFate::same:
      return "the same";
    case ProvisionFate::renumbered:
      return "only renumbered";
    case ProvisionFate::cosmetic:
      return "prints the same";
    case ProvisionFate::changed:
      return "changed";
    case ProvisionFate::moved:
      return "moved";
    case ProvisionFate::added:
      return "new";
    case ProvisionFate::deleted:
      break;
  }
  return "deleted";
}

std::string number_of(const ProvisionChange& change) {
  if (!change.before && !change.after) return "outside provisions";
  if (change.before_label.empty() || change.after_label == change.before_label) return change.after_label;
  return change.after_label.empty() ? change.before_label : change.before_label + " \xE2\x86\x92 " + change.after_label;
}

std::string_view to_do(const ThreeWayRow& row) {
  if (row.state == ThreeWayState::conflict) return "settle";
  if (row.state != ThreeWayState::live_only) return "nothing";
  return row.numbers_only ? "renumber" : "carry over";
}

}  // namespace dovetail
