// Inflating: libdeflate is several times as fast as zlib, but only zlib says how far it came in a broken stream.
#include "ooxml/inflate.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>

namespace dovetail {
namespace {

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

libdeflate_decompressor* decompressor() {
  thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> one(libdeflate_alloc_decompressor());
  return one.get();
}

/// Appends `count` bytes, growing by doubling so that a small stream never claims much memory.
void append(Buffer& output, std::size_t& used, const char* bytes, std::size_t count) {
  if (count == 0) return;
  if (used + count > output.size) {
    Buffer larger(std::max(used + count, output.size * 2));
    if (used > 0) std::memcpy(larger.data.get(), output.data.get(), used);
    output = std::move(larger);
  }
  std::memcpy(output.data.get() + used, bytes, count);
  used += count;
}

}  // namespace

bool inflate_exactly(std::string_view packed, Buffer& output) {
  auto* engine = decompressor();
  return engine != nullptr &&
         libdeflate_deflate_decompress(engine, packed.data(), packed.size(), output.data.get(), output.size, nullptr) == LIBDEFLATE_SUCCESS;
}

Inflated inflate_what_is_there(std::string_view packed, std::uint64_t limit) {
  Inflated result;
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return result;
  std::size_t used = 0, fed = 0;
  char chunk[16384];
  int status = Z_OK;
  while (status == Z_OK && used < limit) {
    if (stream.avail_in == 0) {
      const std::size_t step = std::min<std::size_t>(packed.size() - fed, std::numeric_limits<int>::max());
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data() + fed));
      stream.avail_in = static_cast<uInt>(step);
      fed += step;
    }
    stream.next_out = reinterpret_cast<Bytef*>(chunk);
    stream.avail_out = sizeof chunk;
    status = inflate(&stream, Z_NO_FLUSH);
    const std::size_t got = sizeof chunk - stream.avail_out;
    append(result.bytes, used, chunk, static_cast<std::size_t>(std::min<std::uint64_t>(got, limit - used)));
    if (got == 0 && stream.avail_in == 0 && fed == packed.size()) break;
  }
  result.consumed = fed - stream.avail_in;
  result.complete = status == Z_STREAM_END;
  inflateEnd(&stream);
  result.bytes.size = used;
  return result;
}

std::uint32_t checksum(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

}  // namespace dovetail
