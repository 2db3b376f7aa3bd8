// The two steps that take a file at a time, run over all of them.
#pragma once

#include "lint.h"

namespace dovetail {

/// Reads every input of `review` into the document of the same index. Never fails: a file that cannot be read is a Problem of its document.
void read_all(const Job& job, Review& review);

/// Compiles every document of `review` into the unit of the same index.
void compile_all(const Job& job, Review& review);

}  // namespace dovetail
