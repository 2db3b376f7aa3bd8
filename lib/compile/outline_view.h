// The outline of one view, before the two are merged.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/profile.h"
#include "model/projection.h"
#include "model/unit.h"

namespace dovetail {

struct OutlineEntry {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  ProvisionKind kind = ProvisionKind::numbered;
  std::string number, label, heading;
  std::size_t parent = none, scope = none;  // indexes of entries
  Span lines;                               // its own lines
  std::uint32_t last_line = 0;
  std::uint32_t list = 0;
  std::uint32_t ordinal = 0;  // among those that begin in one paragraph
  Id<Paragraph> paragraph;
  Span span;
  bool automatic = false;
  bool not_used = false;
  bool quoted = false;
};

struct Outline {
  std::vector<OutlineEntry> entries;  // in the order of the lines
  std::uint32_t body_end = 0;         // one behind the last line of the text itself
};

/// Outlines one view of a document.
Outline outline_view(const Document& document, const Projection& projection, const Profile& profile);

/// The defined term that a line begins with when it is a glossary entry: `"Term": means …`; empty otherwise. With its quotes.
std::string entry_term(std::string_view line);

/// Whether the words of a provision say that its number is not in use: "Not used", "[No longer used]", "Deleted".
bool says_not_used(std::string_view words);

}  // namespace dovetail
