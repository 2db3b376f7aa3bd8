// What is known of the words of a text before undefined terms are looked for: terms, names, references, definitions.
#pragma once

#include <set>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// Tables by the index of a word in Unit::words, in the proposed view. Names are filled in by who looks for them.
struct KnownWords {
  KnownWords(const Unit& unit, const std::vector<TermUse>& uses);

  /// Whether the stretch overlaps a reference, or stands at once in front of one.
  [[nodiscard]] bool is_reference(Span span) const;
  /// Whether it overlaps a term where that is defined, or what an abbreviation there is short for.
  [[nodiscard]] bool is_definition(Span span) const;

  std::vector<bool> covered;       // words of terms that are in reach
  std::vector<bool> named;         // words of names
  std::vector<bool> referred;      // words of references
  std::vector<bool> lost;          // uses of a term whose only definition the draft deletes
  std::set<std::uint32_t> stray;   // first words of uses that no definition reaches
  std::set<std::uint32_t> titled;  // where the name of a document ends: "XBSCP15 Unit Registration" goes on with its title

 private:
  std::vector<Span> defined_here_, references_;
};

}  // namespace dovetail
