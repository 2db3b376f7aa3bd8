// Which words of a line differ from those of another line.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "link/numbering.h"
#include "text/span.h"

namespace dovetail {

/// The words of normalised text and, one each, all other characters but spaces: offsets in `text`.
std::vector<Span> diff_tokens(std::string_view text);

/// What stands for a token when tokens are compared: dashes of any length are alike.
std::uint32_t token_number(std::string_view text, Numbering& numbering);

/// A stretch of words that differs: tokens [begin, end) of either line; one of them may be empty.
struct WordChange {
  Span before, after;
};

/// The stretches that differ, in order; those with at most two equal tokens between them are one, as a reader sees one edit.
std::vector<WordChange> words_diff(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& after);

}  // namespace dovetail
