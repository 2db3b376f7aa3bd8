// A typed index into a Table: the only way one fact names another.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace dovetail {

/// Names the n-th value of a Table<T>. A default Id names nothing and converts to false.
template <class T>
struct Id {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t value = none;

  constexpr Id() = default;
  constexpr explicit Id(std::uint32_t v) : value(v) {}
  constexpr explicit operator bool() const { return value != none; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace dovetail
