// A place in the tokens of a time limit, and where its clauses and anchors begin and end.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "compile/when_words.h"

namespace dovetail {

/// A cursor over the tokens of one text; each take_… reads something whole or leaves the cursor where it was.
struct WhenCursor {
  std::vector<WhenToken> tokens;
  std::size_t at = 0;

  [[nodiscard]] bool done() const { return at >= tokens.size(); }
  /// The folded token at `from`; empty behind the last.
  [[nodiscard]] std::string_view folded(std::size_t from) const {
    return from < tokens.size() ? std::string_view(tokens[from].folded) : std::string_view();
  }
  /// How many tokens the folded words of `phrase` take at `from`; 0 where they do not stand there.
  [[nodiscard]] std::size_t length_of(std::size_t from, std::string_view phrase) const;
  [[nodiscard]] bool stands(std::size_t from, std::string_view phrase) const { return length_of(from, phrase) > 0; }
  bool take(std::string_view phrase);
  /// Takes the first of the phrases that stands here.
  bool take_any(std::initializer_list<std::string_view> phrases);
};

/// Whether a clause may begin at `at`: a word like "within", or a quantity with its unit.
bool clause_starts(const WhenCursor& cursor, std::size_t at);

/// "or", "and", ", or", ";": the tokens of what joins two clauses; 0 where nothing does.
std::size_t connector_length(const WhenCursor& cursor, std::size_t at);

/// Whether a condition is opened at `at` by a word that no name of an event holds: "if", "where", "unless", "provided", "subject to", "except".
bool opens_condition(const WhenCursor& cursor, std::size_t at);

/// Whether the words of an anchor end in front of `at`.
bool anchor_ends(const WhenCursor& cursor, std::size_t at);

}  // namespace dovetail
