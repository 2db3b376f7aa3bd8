// The words that all forms of a comparison share.
#include <algorithm>

#include "report/compare.h"

namespace dovetail {
namespace {

const ProvisionChange* owner_of(const Comparison& comparison, std::uint32_t difference) {
  for (const ProvisionChange& change : comparison.provisions)
    if (std::find(change.differences.begin(), change.differences.end(), difference) != change.differences.end()) return &change;
  return nullptr;
}

/// Whether a provision that one text alone has is the second half of a line that was split, or of two that were joined.
bool is_second_half(const Difference& cut, const ProvisionChange& change) {
  if (cut.kind == DifferenceKind::split) return change.fate == ProvisionFate::added && change.after_span.overlaps(cut.after);
  return cut.kind == DifferenceKind::joined && change.fate == ProvisionFate::deleted && change.before_span.overlaps(cut.before);
}

/// Which provision it was split in two with, or joined with: ", split into 2.3 and 2.4".
std::string cut_of(const Comparison& comparison, const ProvisionChange& change) {
  for (const std::uint32_t n : change.differences)
    for (const ProvisionChange& other : comparison.provisions) {
      if (!is_second_half(comparison.differences[n], other)) continue;
      if (other.fate == ProvisionFate::added) return ", split into " + change.after_label + " and " + other.after_label;
      return ", joined with " + other.before_label;
    }
  if (change.fate != ProvisionFate::added && change.fate != ProvisionFate::deleted) return {};
  for (std::uint32_t n = 0; n < comparison.differences.size(); ++n) {
    if (!is_second_half(comparison.differences[n], change)) continue;
    const ProvisionChange* first = owner_of(comparison, n);
    if (first == nullptr || first == &change) continue;
    return change.fate == ProvisionFate::added ? ", split off " + first->before_label : ", joined to " + first->after_label;
  }
  return {};
}

}  // namespace

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

std::string told_of(const Comparison& comparison, const ProvisionChange& change) {
  std::string words(words_of(change.fate));
  if (change.moved && change.fate != ProvisionFate::moved) words += ", and moved";
  return words + cut_of(comparison, change);
}

std::string number_of(const ProvisionChange& change) {
  if (!change.before && !change.after) return "outside provisions";
  if (change.before_label.empty() || change.after_label == change.before_label) return change.after_label;
  return change.after_label.empty() ? change.before_label : change.before_label + " \xE2\x86\x92 " + change.after_label;
}

const std::string& number_of(const ThreeWayRow& row) {
  if (!row.draft_label.empty()) return row.draft_label;
  return row.baseline_label.empty() ? row.live_label : row.baseline_label;
}

std::string_view to_do(const ThreeWayRow& row) {
  if (row.state == ThreeWayState::conflict) return "settle";
  if (row.state != ThreeWayState::live_only) return "nothing";
  return row.numbers_only ? "renumber" : "carry over";
}

}  // namespace dovetail
