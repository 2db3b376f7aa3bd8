// Runs the same work over many items on a few threads; results never depend on which thread did what.
#pragma once

#include <cstddef>
#include <functional>

namespace dovetail {

/// Calls work(0) … work(count - 1), each exactly once, on up to `threads` threads (0: as many as the machine has).
/// Returns when all are done. `work` must not throw and must write only to its own item.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace dovetail
