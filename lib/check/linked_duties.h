// Every requirement and step beside the texts that its links lead to: what each says, read once for all rules that compare the two.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/content_words.h"
#include "check/duties.h"
#include "check/linked_text.h"
#include "model/review.h"

namespace dovetail {

/// A duty, and the content of its sentence without roles.
struct SaidDuty {
  Duty duty;
  Content content;
};

/// What a linked text says. Each part is read only where some atom is compared by it.
struct TextReading {
  Content content;
  std::vector<SaidDuty> duties;
  bool has_content = false, has_duties = false;
};

/// What an atom says.
struct AtomReading {
  std::string text;                    // normalised, white space squeezed
  Content content;                     // of text
  Parties actor;                       // as its field names it
  Strength strength = Strength::none;  // must, may or need_not of a requirement, where column and text allow only one; else none
};

struct LinkedAtom {
  const AtomCoverage* entry = nullptr;
  const Item* item = nullptr;
  std::vector<LinkedText> texts;        // all, as LinkedTexts::of gives them
  std::vector<std::uint32_t> prose;     // of texts: those that somebody says carry the atom itself, rows apart
  AtomReading atom;                     // read where there is prose
  std::vector<std::uint32_t> readings;  // of each text, in LinkedDuties::readings
};

/// The atoms of kind requirement and bp_step whose links lead to text, in the order of the coverage.
class LinkedDuties {
 public:
  explicit LinkedDuties(const Review& review);

  [[nodiscard]] const std::vector<LinkedAtom>& atoms() const { return atoms_; }
  /// What text `n` of an atom says.
  [[nodiscard]] const TextReading& reading(const LinkedAtom& atom, std::size_t n) const { return readings_[atom.readings[n]]; }
  [[nodiscard]] std::string_view words(const LinkedText& text) const { return texts_.words(text); }

  static constexpr std::size_t least_words = 5;  // an atom of fewer content words has too little to compare

 private:
  void add(const AtomCoverage& entry, const Item& item);
  void read_atom(const Item& item, AtomReading& atom);
  [[nodiscard]] Strength strength_of(const Item& item, const std::string& text) const;
  const Parties& actor_named(std::string_view field);
  std::uint32_t place_of(const LinkedText& text);
  void read_content(const LinkedText& text, TextReading& reading);
  void read_duties(const LinkedText& text, TextReading& reading);

  const Review& review_;
  const RoleNames& roles_;
  LinkedTexts texts_;
  ContentWords words_;
  std::vector<LinkedAtom> atoms_;
  std::vector<TextReading> readings_;
  std::map<std::pair<Id<Unit>, Span>, std::uint32_t> places_;  // of readings_, by text
  std::map<std::string, Parties, std::less<>> actors_;         // by field
};

}  // namespace dovetail
