// Half-open byte ranges; everything that is said of a text is said of a Span of it.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace dovetail {

/// Bytes [begin, end) of a UTF-8 text; both ends lie on character boundaries.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(Span, Span) = default;
};

/// The bytes of `text` that `span` names; the span lies inside the text.
inline std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

}  // namespace dovetail
