// The labels of references that name their target by where it stands: "the preceding paragraph".
#pragma once

#include <string_view>

namespace dovetail {

inline constexpr std::string_view preceding_neighbour = "preceding", following_neighbour = "following";

}  // namespace dovetail
