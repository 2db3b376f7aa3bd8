// Deflating by libdeflate at its fastest level.
#include "ooxml/deflate.h"

#include <libdeflate.h>

#include <memory>

namespace dovetail {
namespace {

struct FreeCompressor {
  void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};

}  // namespace

std::string deflated(std::string_view bytes) {
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> engine(libdeflate_alloc_compressor(1));
  if (!engine) return {};
  std::string packed(libdeflate_deflate_compress_bound(engine.get(), bytes.size()), '\0');
  packed.resize(libdeflate_deflate_compress(engine.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
  return packed;
}

}  // namespace dovetail
