// Whether two texts say nearly the same.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace dovetail::worksheet {

/// The different words of a text, without regard to case.
std::set<std::string> words_in(std::string_view text);

/// Whether six of ten of the words of both are in both; never where one has none.
bool are_alike(const std::set<std::string>& a, const std::set<std::string>& b);

}  // namespace dovetail::worksheet
