// Errors that name what was probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dovetail {

/// "; did you mean X?", or an empty text where no word of `known` is near.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known);

}  // namespace dovetail
