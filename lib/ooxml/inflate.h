// Inflating deflate streams (RFC 1951). Wraps libdeflate for whole streams and zlib for broken ones.
#pragma once

#include <cstdint>
#include <string_view>

#include "ooxml/buffer.h"

namespace dovetail {

/// Inflates a whole stream whose size is known; false when it is broken or has another size (`output` is then unspecified).
bool inflate_exactly(std::string_view packed, Buffer& output);

/// What can be had of a broken or endless stream, up to `limit` bytes. `consumed` is how much of `packed` was used; `complete` whether the
/// stream ended as it should.
struct Inflated {
  Buffer bytes;
  std::size_t consumed = 0;
  bool complete = false;
};
Inflated inflate_what_is_there(std::string_view packed, std::uint64_t limit);

/// CRC-32 as ZIP files use it.
std::uint32_t checksum(std::string_view bytes);

}  // namespace dovetail
