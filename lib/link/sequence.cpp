// What two sequences have in common, in near linear time: unique elements as anchors, a small exact search between them.
#include "link/sequence.h"

#include <algorithm>
#include <dtl/dtl.hpp>

namespace dovetail {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;
using Elements = std::vector<std::uint32_t>;

constexpr std::uint32_t block = 600;   // the exact search looks at no more elements of either side: its cost is their product
constexpr std::uint32_t deepest = 40;  // rounds of anchors inside anchors

struct Range {
  std::uint32_t a_begin, a_end, b_begin, b_end;
  std::uint32_t depth;
};

class Matcher {
 public:
  Matcher(const Elements& a, const Elements& b) : a_(a), b_(b) {}

  std::vector<Pair> run() {
    open_.push_back({0, static_cast<std::uint32_t>(a_.size()), 0, static_cast<std::uint32_t>(b_.size()), 0});
    while (!open_.empty()) {
      const Range range = open_.back();
      open_.pop_back();
      match(range);
    }
    std::sort(pairs_.begin(), pairs_.end());
    return std::move(pairs_);
  }

 private:
  void match(Range range) {
    while (range.a_begin < range.a_end && range.b_begin < range.b_end && a_[range.a_begin] == b_[range.b_begin])
      pairs_.emplace_back(range.a_begin++, range.b_begin++);
    while (range.a_begin < range.a_end && range.b_begin < range.b_end && a_[range.a_end - 1] == b_[range.b_end - 1])
      pairs_.emplace_back(--range.a_end, --range.b_end);
    if (range.a_begin == range.a_end || range.b_begin == range.b_end) return;
    const Common common = common_elements(range);
    if (common.a.empty()) return;
    const auto anchors = range.depth < deepest ? longest_increasing(common.once) : std::vector<Pair>();
    if (anchors.empty()) return exact_in_blocks(common);
    Range between{range.a_begin, 0, range.b_begin, 0, range.depth + 1};
    for (const auto& [in_a, in_b] : anchors) {
      pairs_.emplace_back(in_a, in_b);
      between.a_end = in_a;
      between.b_end = in_b;
      open_.push_back(between);
      between.a_begin = in_a + 1;
      between.b_begin = in_b + 1;
    }
    between.a_end = range.a_end;
    between.b_end = range.b_end;
    open_.push_back(between);
  }

  /// What a range of one side has in common with that of the other.
  struct Common {
    Elements a, b;           // places, in order, of elements that the other side has too
    std::vector<Pair> once;  // places of those that stand once on either side, in the order of the first
  };

  [[nodiscard]] Common common_elements(const Range& range) const {
    const auto in_a = sorted(a_, range.a_begin, range.a_end), in_b = sorted(b_, range.b_begin, range.b_end);
    Common common;
    for (auto x = in_a.begin(), y = in_b.begin(); x != in_a.end() && y != in_b.end();) {
      if (x->first != y->first) {
        ++(x->first < y->first ? x : y);
        continue;
      }
      const auto element = x->first;
      const auto first_x = x, first_y = y;
      for (; x != in_a.end() && x->first == element; ++x) common.a.push_back(x->second);
      for (; y != in_b.end() && y->first == element; ++y) common.b.push_back(y->second);
      if (x - first_x == 1 && y - first_y == 1) common.once.emplace_back(first_x->second, first_y->second);
    }
    std::sort(common.a.begin(), common.a.end());
    std::sort(common.b.begin(), common.b.end());
    std::sort(common.once.begin(), common.once.end());
    return common;
  }

  /// The elements in [begin, end) with their places.
  static std::vector<Pair> sorted(const Elements& side, std::uint32_t begin, std::uint32_t end) {
    std::vector<Pair> all;
    all.reserve(end - begin);
    for (std::uint32_t n = begin; n < end; ++n) all.emplace_back(side[n], n);
    std::sort(all.begin(), all.end());
    return all;
  }

  // Of elements that stand once on either side those that did not cross: the longest increasing run of them (patience sorting).
  static std::vector<Pair> longest_increasing(const std::vector<Pair>& candidates) {
    std::vector<std::uint32_t> piles, before(candidates.size());
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
      const auto pile = std::lower_bound(piles.begin(), piles.end(), candidates[i].second,
                                         [&](std::uint32_t top, std::uint32_t value) { return candidates[top].second < value; });
      before[i] = pile == piles.begin() ? i : *std::prev(pile);
      if (pile == piles.end())
        piles.push_back(i);
      else
        *pile = i;
    }
    std::vector<Pair> run;
    if (piles.empty()) return run;
    for (std::uint32_t i = piles.back();; i = before[i]) {
      run.push_back(candidates[i]);
      if (before[i] == i) break;
    }
    std::reverse(run.begin(), run.end());
    return run;
  }

  // Nothing is unique. What one side alone has is in no pair and is left out; the rest is searched exactly, where it is long in blocks that stand at
  // the same share of either side.
  void exact_in_blocks(const Common& common) {
    const std::size_t blocks = (std::max(common.a.size(), common.b.size()) + block - 1) / block;
    const auto share = [&](const Elements& places, std::size_t n) {
      return Elements(places.begin() + static_cast<std::ptrdiff_t>(places.size() * n / blocks),
                      places.begin() + static_cast<std::ptrdiff_t>(places.size() * (n + 1) / blocks));
    };
    for (std::size_t n = 0; n < blocks; ++n) exact(share(common.a, n), share(common.b, n));
  }

  void exact(const Elements& in_a, const Elements& in_b) {
    if (in_a.empty() || in_b.empty()) return;
    Elements a, b;
    for (const std::uint32_t place : in_a) a.push_back(a_[place]);
    for (const std::uint32_t place : in_b) b.push_back(b_[place]);
    dtl::Diff<std::uint32_t, Elements> diff(a, b);
    diff.compose();
    for (const auto& [element, info] : diff.getSes().getSequence())
      if (info.type == dtl::SES_COMMON)
        pairs_.emplace_back(in_a[static_cast<std::size_t>(info.beforeIdx) - 1], in_b[static_cast<std::size_t>(info.afterIdx) - 1]);
  }

  const Elements& a_;
  const Elements& b_;
  std::vector<Range> open_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> common_subsequence(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return Matcher(a, b).run();
}

}  // namespace dovetail
