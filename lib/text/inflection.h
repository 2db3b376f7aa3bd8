// Small English inflection: the form under which a word is compared with others of its kind.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// The folded word without possessive and plural endings: "Party's", "Parties" and "party" are "party". Input: one normalised word.
/// Words of three letters or fewer, and endings that are no plural ("process", "basis"), stay.
std::string stem_of(std::string_view word);

/// What a noun and the verb forms made of it have in common: "Export" and "exported" are "export", "Qualification" and "qualifies" "qualif",
/// "Registration" and "registered" "register". Input: one normalised word. A coarse key: words of other kinds may share one.
std::string verb_root_of(std::string_view word);

}  // namespace dovetail
