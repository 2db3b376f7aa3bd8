// Phrases that are names in a project, and so never undefined terms.
#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// Phrases that are names here: codes, documents, and whatever the design calls its things. As lists of stems.
class KnownNames {
 public:
  explicit KnownNames(const Review& review);

  [[nodiscard]] bool holds_phrase(const std::vector<std::string>& stems) const;

  /// Whether some name begins with the stem.
  [[nodiscard]] bool may_begin(const std::string& stem) const { return first_words_.contains(stem); }

  /// "Clearing House Automated Payment System": the initials of four words or more are an abbreviation that every reader knows.
  [[nodiscard]] bool is_known_by_initials(std::string_view phrase) const;

  /// How many words from `begin` on the longest name takes; stem(i) is the i-th word's and stays where it is, empty
  /// behind a break. 0 for none.
  template <class StemAt>
  [[nodiscard]] std::size_t longest(std::size_t begin, const StemAt& stem) const {
    std::string words_here;
    std::size_t best = 0;
    for (std::size_t n = 1; n <= longest_; ++n) {
      const std::string_view next = stem(begin + n - 1);
      if (next.empty()) break;
      append(words_here, next);
      if (n > 1 && phrases_.contains(words_here)) best = n;
      if (!beginnings_.contains(words_here)) break;
    }
    return best;
  }

 private:
  void add(std::string_view phrase);
  void add_each(std::string_view values);
  static void append(std::string& words, std::string_view stem) { words.append(stem) += '|'; }

  std::unordered_set<std::string> phrases_;     // stems, each with a "|" behind it
  std::unordered_set<std::string> beginnings_;  // of longer phrases, in the same way
  std::unordered_set<std::string> first_words_;
  std::set<std::string> acronyms_;
  std::size_t longest_ = 0;
};

/// Where a document's terms are looked for: "XBSCP901 and XBSC"; a code in one document is named once.
std::string document_and_code(const Unit& unit);

}  // namespace dovetail
