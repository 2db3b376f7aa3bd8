// The safe fixes of a document as replacements of words.
#pragma once

#include <string>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// Words of Document::text, and what stands instead of them. Only the part that differs: of "paragraph 4.5" the "4.5".
struct Replacement {
  Span span;
  std::string words;
  const Finding* finding = nullptr;
  std::string left;  // why it could not be made; empty where it was, or is still to be
};

/// The safe fixes of findings that the draft introduced and nobody has waived, at every place of each, in the order of the text and apart from each
/// other. Those whose words are the result of a field, or are struck, are there with a reason in `left`.
std::vector<Replacement> safe_replacements(const Review& review, Id<Document> document);

/// The difference for a person: for each replacement its rule and label, and its paragraph before and after.
std::string difference_text(const Review& review, Id<Document> document, const std::vector<Replacement>& replacements);

}  // namespace dovetail
