// The words of one text as the search for terms reads them: flags, forms, hyphens, in the proposed view.
#pragma once

#include <string>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// Words are named by their index in Unit::words; stretches of them by a list of the words that the view shows, and two offsets in that list.
class TextWords {
 public:
  TextWords(const Document& document, const Unit& unit) : document_(document), unit_(unit) {}

  /// Whether the word has any of these flags of `Word`.
  [[nodiscard]] bool is(std::uint32_t word, Word::Flags flag) const { return unit_.words[word].is(View::proposed, flag); }
  [[nodiscard]] std::string_view form(std::uint32_t word) const { return unit_.forms[unit_.words[word].form]; }
  [[nodiscard]] bool same_line(std::uint32_t one, std::uint32_t other) const { return unit_.words[one].line == unit_.words[other].line; }

  /// Whether nothing but a hyphen stands between the word and the one before it.
  [[nodiscard]] bool is_joined_by_hyphen(std::uint32_t word) const;

  /// "the Panel's": what follows is another name.
  [[nodiscard]] bool is_possessive(std::uint32_t word) const { return form(word).ends_with("'s"); }

  /// "Reliability R is found by …": one letter is a sign of a formula.
  [[nodiscard]] bool is_symbol(std::uint32_t word) const { return form(word).size() == 1 && form(word) != "A" && form(word) != "I"; }

  [[nodiscard]] std::string text_of(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::vector<std::string> stems_of(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) const;

  /// The proposed text behind the word, or before it, up to `length` bytes.
  [[nodiscard]] std::string_view behind(std::uint32_t word, std::size_t length) const;
  [[nodiscard]] std::string_view before(std::uint32_t word, std::size_t length) const;

 private:
  const Document& document_;
  const Unit& unit_;
};

/// "Σz", "AMVij", "QCEp": signs of formulas.
[[nodiscard]] bool is_variable(std::string_view word);

}  // namespace dovetail
