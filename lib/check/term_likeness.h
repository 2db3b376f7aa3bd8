// Words that are nearly a defined term: spelled otherwise, one word away, or in small letters.
#pragma once

#include <array>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/known_names.h"
#include "check/prefix_table.h"
#include "model/reach.h"
#include "model/review.h"

namespace dovetail {

enum class Likeness : std::uint8_t { variant, uncapitalised, near_miss };

struct LikeTerm {
  Likeness likeness = Likeness::variant;
  std::uint32_t first_word = 0, last_word = 0;  // of Unit::words, last included
  Id<Term> term;
  std::string written;  // as in the text, normalised
};

/// Prepared once per run: every term by its letters alone, and by its words with one left out.
class TermLikeness {
 public:
  explicit TermLikeness(const Review& review);

  /// What of the proposed view is like a term that is in reach there, in order of the text; words that are a term are not among it.
  /// Where two likenesses hold, the first of rules.md's precedence does: variant, uncapitalised, near miss.
  [[nodiscard]] std::vector<LikeTerm> find(Id<Unit> unit) const;

 private:
  class Scan;
  static constexpr std::size_t longest = 8;             // words of a term that are compared
  static constexpr std::uint32_t no_stem = 0xFFFFFFFF;  // of no term

  /// A phrase with one of its words left out: the numbers of the stems, no_stem for that one.
  struct Gapped {
    std::array<std::uint32_t, longest + 1> stems{};
    std::uint32_t size = 0;
    friend bool operator==(const Gapped&, const Gapped&) = default;
  };
  struct GappedHash {
    std::size_t operator()(const Gapped& gapped) const;
  };

  /// The index in stems_of_terms_, or no_stem.
  [[nodiscard]] std::uint32_t number_of(const std::string& stem) const;
  void add(Id<Term> term);
  [[nodiscard]] bool are_different(const std::vector<std::string>& one, const std::vector<std::string>& other) const;

  const Review& review_;
  ReachTable reach_;
  KnownNames names_;
  std::vector<std::pair<std::string, Id<Term>>> by_letters_;                                      // sorted
  PrefixTable prefixes_;                                                                          // of those, by their indexes there
  std::unordered_map<Gapped, std::vector<std::pair<Id<Term>, std::size_t>>, GappedHash> by_gap_;  // words with one left out, and which
  std::vector<std::vector<std::string>> stems_of_term_;
  std::vector<std::set<std::string>> joints_of_term_;  // how the words of its definitions are joined: "-" or " " between each two
  std::vector<std::string> stems_of_terms_;            // all of them, sorted
  std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> different_;
};

}  // namespace dovetail
