// Words whose capital says nothing: those that open sentences, join names, or belong to the world outside.
#pragma once

#include <string_view>

namespace dovetail {

/// Small words that may stand inside a name in capitals: "Code of Practice". All take one folded word.
[[nodiscard]] bool joins_names(std::string_view folded);

/// Words that open sentences and lead to references; none of them begins a term.
[[nodiscard]] bool opens_sentences(std::string_view folded);

/// Words of names of the world outside: places, people, dates, kinds of public bodies.
[[nodiscard]] bool is_of_world_outside(std::string_view folded);

/// Kinds of bodies whose names go on over "of" and "for", and over "and" behind it: "Institute of Plumbing and Heating".
[[nodiscard]] bool is_kind_of_body(std::string_view folded);

/// Of those, the ones that any other name may have in it: "Control Centre for Works". They name a body where the name begins with them.
[[nodiscard]] bool is_common_kind_of_body(std::string_view folded);

/// What ends the name of a company: "plc", "Limited".
[[nodiscard]] bool is_company_ending(std::string_view folded);

/// Verbs that make a subject of what stands before them: "shall", "may", "is".
[[nodiscard]] bool is_verb_of_subject(std::string_view word);

}  // namespace dovetail
