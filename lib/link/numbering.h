// Numbers that stand for texts, so that comparing two texts is comparing two numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace dovetail {

/// Gives equal texts equal numbers, from 0 in order of first sight.
class Numbering {
 public:
  [[nodiscard]] std::uint32_t of(std::string_view text);

  /// Forgets all texts: numbers begin at 0 again.
  void clear();

  /// A number that nothing else has.
  [[nodiscard]] std::uint32_t fresh() { return next_++; }

 private:
  /// A text that has been seen; a slot of no text has an empty one at the end of the address space.
  struct Slot {
    std::uint32_t hash = 0, number = 0;
    Span text{free, free};  // in texts_
  };
  static constexpr std::uint32_t free = 0xFFFFFFFF;

  void grow();

  std::uint32_t next_ = 0;
  std::size_t used_ = 0;
  std::string texts_;  // all of them, one behind the other
  std::vector<Slot> slots_;
};

}  // namespace dovetail
