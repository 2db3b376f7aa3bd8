// What libFuzzer calls: one program per target, which CMake names.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  dovetail::fuzz::DOVETAIL_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
