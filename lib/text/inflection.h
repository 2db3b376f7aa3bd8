// Small English inflection: the form under which a word is compared with others of its kind.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// The folded word without possessive and plural endings: "Party's", "Parties" and "party" are "party". Input: one normalised word.
/// Words of three letters or fewer, and endings that are no plural ("process", "basis"), stay.
std::string stem_of(std::string_view word);

}  // namespace dovetail
