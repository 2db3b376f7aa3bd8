// Where a comment can stand: the words of a finding that the reader of the proposed text still sees.
#pragma once

#include <cstdint>
#include <optional>

#include "model/document.h"

namespace dovetail::annotate {

/// The words that a comment is put on, or a paragraph without words.
struct Anchor {
  std::uint32_t source = 0;  // of the part, as in Document::parts
  const Origin* first = nullptr;
  const Origin* last = nullptr;      // the same for words in one element; for a paragraph without words its element, twice
  std::uint32_t begin = 0, end = 0;  // in Document::text, inside first and last
  bool note = false;                 // the words in front of the mark of a note that the comment is about
  [[nodiscard]] bool on_words() const { return first->kind == Origin::Kind::text; }
};

/// The words of `wanted` in its first paragraph that has some; else all words of the paragraph; else the paragraph; where it is deleted, the next one
/// that is not. Deleted and struck words are passed over. What stands in headers goes to the first paragraph of the body, what stands in a note to
/// the word in front of its mark, what stands in comments to the words that they are about. None where the document has no place at all.
std::optional<Anchor> anchor_of(const Document& document, Span wanted);

/// Whether a run's words are there for a reader of the proposed text: neither deleted nor struck through.
bool is_read(const Document& document, const Run& run);

}  // namespace dovetail::annotate
