// The words of one paragraph as they stand in the reading view: changes, links, terms and findings where they belong.
#pragma once

#include <vector>

#include "report/html/elements.h"

namespace dovetail::html {

/// Words that lead somewhere: a reference to what it refers to, a use of a term to its definition.
struct Anchored {
  Span span;
  std::string open;  // the opening tag: `<a href="#p0-12">`
};

/// Words that a finding is about.
struct Marked {
  Span span;
  const Finding* finding = nullptr;
};

/// What is known of the words of one document, each list sorted by where its spans begin; anchored spans do not overlap.
struct Overlay {
  std::vector<Anchored> anchored;
  std::vector<Marked> marked;
};

/// Collects it: references whose target the page shows, uses of terms that have a definition, findings that have words.
Overlay overlay_of(const Review& review, Id<Unit> unit);

/// The paragraph's words as HTML, its computed number left out, an inserted or deleted paragraph mark shown as a pilcrow.
std::string inline_text(const Document& document, const Paragraph& paragraph, const Overlay& overlay);

}  // namespace dovetail::html
