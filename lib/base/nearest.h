// What a person may have meant: the known word nearest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dovetail {

/// The word of `known` with the fewest edits from `typed` (insert, delete, replace, swap neighbours), the first of equals; empty when none is
/// near enough to be meant: a third of its length, and at most three edits.
std::string nearest(std::string_view typed, const std::vector<std::string>& known);

/// "; did you mean X?" or an empty text.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known);

}  // namespace dovetail
