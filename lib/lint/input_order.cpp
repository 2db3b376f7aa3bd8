// The order of what a job reads.
#include "lint/input_order.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <vector>

namespace dovetail {
namespace {

Id<Document> leader_of(const Input& input) { return input.baseline_of ? input.baseline_of : input.companion_of; }

int rank_of(const Input& input) {
  if (input.role == InputRole::register_file) return 2;
  if (input.role == InputRole::other) return 3;
  return input.design != nullptr ? 1 : 0;
}

// One path may be listed several times: the sheets of a workbook, a document under two ids.
auto key_of(const Input& input) {
  static const DesignEntry no_design;
  static const DocumentEntry no_document;
  const DesignEntry& design = input.design != nullptr ? *input.design : no_design;
  const DocumentEntry& document = input.entry != nullptr ? *input.entry : no_document;
  return std::tuple(rank_of(input), std::string_view(input.register_kind), std::string_view(input.path), std::string_view(design.sheet),
                    std::string_view(design.mapping), std::string_view(design.artefact), std::string_view(document.id), input.role);
}

}  // namespace

void order_inputs(Review& review) {
  const std::vector<Input> listed = std::move(review.inputs);
  const auto leading = [&](std::size_t n) {
    const Id<Document> leader = leader_of(listed[n]);
    return leader ? static_cast<std::size_t>(leader.value) : n;
  };
  std::vector<std::size_t> order(listed.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const std::size_t leads_a = leading(a), leads_b = leading(b);
    if (leads_a == leads_b) return (a != leads_a) < (b != leads_b);
    return std::tuple(key_of(listed[leads_a]), leads_a) < std::tuple(key_of(listed[leads_b]), leads_b);
  });
  std::vector<Id<Document>> now(listed.size());
  for (std::size_t n = 0; n < order.size(); ++n) now[order[n]] = Table<Document>::id_at(n);
  review.inputs.clear();
  for (const std::size_t n : order) {
    review.inputs.push_back(listed[n]);
    Input& input = review.inputs.back();
    if (input.baseline_of) input.baseline_of = now[input.baseline_of.value];
    if (input.companion_of) input.companion_of = now[input.companion_of.value];
  }
}

}  // namespace dovetail
