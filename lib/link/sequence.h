// What two sequences have in common, in near linear time: unique elements as anchors, a small exact search between them.
// Wraps dtl; nobody else names it.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace dovetail {

/// Pairs of indexes of equal elements, increasing in both: a common subsequence of `a` and `b`, the longest one where the parts between
/// anchors are small. O((n + m) log (n + m)) for texts whose elements are mostly distinct; bounded work on any input.
std::vector<std::pair<std::uint32_t, std::uint32_t>> common_subsequence(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace dovetail
