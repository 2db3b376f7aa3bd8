// Which lines of a text a pattern occurs in, with one search of the whole text.
#pragma once

#include <cstdint>
#include <vector>

#include "model/projection.h"
#include "text/pattern.h"

namespace dovetail {

/// The lines in which the pattern occurs, ascending.
std::vector<std::uint32_t> matching_lines(const Pattern& pattern, const Projection& projection);

}  // namespace dovetail
