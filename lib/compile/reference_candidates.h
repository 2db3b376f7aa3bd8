// Where in a line a reference may begin: the few words that are looked at more closely.
#pragma once

#include <cstddef>
#include <string_view>

namespace dovetail {

/// The first word at or behind `from`, as its offset, that may begin a reference: a keyword ("Clause"), an id ("XBSCP902"), a number with letters in
/// front ("CC.6.1", "(K1.2"). npos for none. A `from` within a word begins behind it.
std::size_t next_candidate(std::string_view line, std::size_t from);

}  // namespace dovetail
