// Which words of a line differ from those of another line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/span.h"

namespace dovetail {

/// Gives equal texts equal numbers, from 0 in order of first sight.
class Numbering {
 public:
  std::uint32_t of(std::string_view text) {
    const auto known = numbers_.find(text);
    return known != numbers_.end() ? known->second : numbers_.emplace(text, next_++).first->second;
  }
  /// A number that nothing else has.
  std::uint32_t fresh() { return next_++; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::uint32_t next_ = 0;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
};

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
