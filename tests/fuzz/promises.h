// What holds for every document, whatever the bytes were; shared by the fuzz targets.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail::fuzz {

/// Stops the process, saying which promise is broken.
inline void expect(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

/// Limits small enough that every input ends soon.
Limits small_limits();

/// Reads `bytes` with `read`, expects a sound document, and shows it in every way that the commands do; `code_text`: compiles it too.
void read_and_show(void (*read)(std::string_view, Document&, const Limits&), FileKind kind, std::string_view bytes, bool code_text);

}  // namespace dovetail::fuzz
