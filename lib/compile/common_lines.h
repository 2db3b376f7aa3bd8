// Lines that no revision touches: what is found in them in one view holds in the other.
#pragma once

#include <cstdint>
#include <vector>

#include "model/unit.h"

namespace dovetail {

/// Which lines of the two views of a document are the same bytes of it. Linear in the lines and runs.
class CommonLines {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// `unit` has both views; without changes every line is common.
  CommonLines(const Document& document, const Unit& unit);

  /// The line of the proposed view that is this line of the baseline view, `none` where there is no such line.
  [[nodiscard]] std::uint32_t proposed(std::uint32_t baseline_line) const { return proposed_[baseline_line]; }

 private:
  std::vector<std::uint32_t> proposed_;
};

}  // namespace dovetail
