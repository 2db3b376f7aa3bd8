// Which words of a run of capitals belong to one name, and which part two.
#pragma once

#include "check/text_words.h"

namespace dovetail {

/// All take the words that the view shows, a place `k` in that list, and where the run begins or ends in it.

/// "its Schedule of Miscellaneous Charges": within a sentence and before "of", a word that leads to references is the head of a name.
[[nodiscard]] bool is_head_of_name(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t k, std::size_t end);

/// "the Asset Disposal and Information Security Alliance", "the Disclosure and Barring Service": without an article of its own the second part ends
/// the name of a body.
[[nodiscard]] bool joins_body(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t k, std::size_t end);

/// "and" and the like part two names; "an Ability to Pay Assessment" is one.
[[nodiscard]] bool parts_names(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t k);

/// "a No Cold Calling Zone": behind an article the small word belongs to the name.
[[nodiscard]] bool is_named_by_article(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t k);

}  // namespace dovetail
