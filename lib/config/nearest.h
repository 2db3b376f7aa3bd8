// The word that a person most likely meant to type.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dovetail {

/// How many letters must be changed, left out, added or swapped with their neighbour to turn `a` into `b` (optimal string alignment,
/// over bytes). Long strings are cheap: both are cut at 64 bytes.
std::size_t typing_distance(std::string_view a, std::string_view b);

/// The word nearest to `typed`, at most two slips away and nearer than a wholly different word would be; empty where there is none. Of equally near
/// words the first is taken. Case, "-" and "_" are not told apart.
std::string nearest_word(std::string_view typed, const std::vector<std::string>& words);

}  // namespace dovetail
