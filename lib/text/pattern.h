// Regular expressions in linear time. Wraps RE2; nobody else names it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/span.h"

namespace dovetail {

/// A compiled RE2 expression over normalised text. `\b`, `\w` and `\s` are ASCII there: ask at_word_edge (text/unicode.h) for word edges.
/// Cheap to copy, safe to share between threads.
class Pattern {
 public:
  /// A match and its groups, as offsets in the searched text; a group that took no part is absent.
  struct Match {
    Span span;
    std::vector<std::optional<Span>> groups;  // groups[0] is the first parenthesis
  };

  /// Compiles; the error says what is wrong with the expression and quotes it.
  static Result<Pattern> compile(std::string_view expression, bool ignore_case = false);
  /// Whether an expression is one, said as by compile: far cheaper than making it ready to search.
  static Result<void> check(std::string_view expression);
  /// Compiles an expression that the program itself holds; a bad one is a bug.
  static Pattern literal(std::string_view expression, bool ignore_case = false);

  /// How many groups the expression has.
  [[nodiscard]] std::size_t groups() const;
  /// The first match that begins at or after `from`, leftmost first.
  [[nodiscard]] std::optional<Match> find(std::string_view text, std::size_t from = 0) const;
  /// A match that begins exactly at `from`.
  [[nodiscard]] std::optional<Match> match_at(std::string_view text, std::size_t from) const;
  /// Whether the whole text matches.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  struct Compiled;
  class Memory;
  std::shared_ptr<const Compiled> compiled_;
};

/// Several expressions that are asked at once which of them a whole text matches: one pass, however many they are.
class PatternSet {
 public:
  /// Each must compile by itself; case does not count.
  explicit PatternSet(const std::vector<std::string>& expressions);

  /// The first that the whole text matches, as its index; none where none does.
  [[nodiscard]] std::optional<std::size_t> first_of(std::string_view text) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

/// Several expressions that are looked for at once: which of them occur in a text, in one pass, however many they are. Where one does occur is for a
/// Pattern of it to say.
class PatternSearch {
 public:
  struct Expression {
    std::string expression;
    bool ignore_case = false;
    friend bool operator==(const Expression&, const Expression&) = default;
  };

  /// Each must compile by itself.
  explicit PatternSearch(const std::vector<Expression>& expressions);

  /// Puts the indexes of those that occur in `text` into `found`, in no order; all of them where the pass would take too much memory.
  void occurring_in(std::string_view text, std::vector<int>& found) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace dovetail
