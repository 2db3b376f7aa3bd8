// Bytes with one owner: what inflating produces and parsing consumes in place.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace dovetail {

/// Owned, writable bytes; not initialised when made.
struct Buffer {
  std::unique_ptr<char[]> data;
  std::size_t size = 0;

  Buffer() = default;
  explicit Buffer(std::size_t bytes) : data(new char[bytes == 0 ? 1 : bytes]), size(bytes) {}
  [[nodiscard]] std::string_view view() const { return {data.get(), size}; }
};

}  // namespace dovetail
