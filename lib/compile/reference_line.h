// One line of normalised text with its words: what the readers of references walk over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "text/unicode.h"

namespace dovetail {

struct ReferenceLine {
  std::string_view text;
  std::vector<Span> words;
  const std::vector<std::string>* heads = nullptr;  // head nouns of instruments outside the codes; none: those built in

  explicit ReferenceLine(std::string_view line, const std::vector<std::string>* instrument_heads = nullptr)
      : text(line), words(dovetail::words(line)), heads(instrument_heads) {}

  /// Whether a folded word is the head noun of an instrument outside the codes.
  [[nodiscard]] bool is_instrument(std::string_view folded_word) const;

  /// The i-th word; empty behind the last.
  [[nodiscard]] std::string_view word(std::size_t i) const { return i < words.size() ? slice(text, words[i]) : std::string_view(); }
  [[nodiscard]] std::string folded(std::size_t i) const { return fold(word(i)); }
  /// Whether the i-th word is this one, given in lower case ASCII, in any case.
  [[nodiscard]] bool is(std::size_t i, std::string_view lower) const { return equal_in_any_case(word(i), lower); }
  /// The byte at an offset; NUL behind the end.
  [[nodiscard]] char at(std::size_t offset) const { return offset < text.size() ? text[offset] : '\0'; }
  [[nodiscard]] std::uint32_t skip_spaces(std::uint32_t offset) const {
    while (at(offset) == ' ') ++offset;
    return offset;
  }
  /// The index of the first word that begins at or behind the offset.
  [[nodiscard]] std::size_t word_from(std::uint32_t offset) const;
};

}  // namespace dovetail
