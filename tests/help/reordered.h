// A project file whose lists name their files in another order.
#pragma once

#include <cstdint>
#include <string>

namespace help {

/// `yaml` with the entries of `documents:` and `design:` shuffled, each with the comment lines in front of it and the lines below it. `order` 0
/// turns them round; each other value is an order of its own, the same for every run.
std::string reordered(const std::string& yaml, std::uint32_t order);

}  // namespace help
