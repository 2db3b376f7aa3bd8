// The two steps that take a file at a time, run over all of them.
#pragma once

#include "lint.h"
#include "lint/unit_store.h"

namespace dovetail {

/// Reads every input of `review` into the document of the same index, or takes it out of the store. Never fails: a file that cannot be read is a
/// Problem of its document.
void read_all(const Job& job, UnitStore& store, Review& review);

/// Compiles every document of `review` into the unit of the same index, or takes it out of the store, and keeps what was made in it.
void compile_all(const Job& job, UnitStore& store, Review& review);

}  // namespace dovetail
