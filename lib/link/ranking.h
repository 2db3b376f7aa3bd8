// Ranks texts by the words that they share with a question: BM25, and plain TF-IDF to measure it by.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dovetail {

/// The terms of a text as they are compared: folded, without common endings and words that say nothing; ids in their canonical form.
std::vector<std::string> ranked_terms(std::string_view text);

/// The terms of a text as it writes them: "sends" and not "send"; ids in their canonical form, and not the words that they are made of.
std::vector<std::string> as_written(const std::vector<std::string>& terms, std::string_view text);

struct Ranked {
  std::size_t document = 0;
  double score = 0;
  std::vector<std::string> shared;  // the weightiest first
};

/// A collection of texts. Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), k1 = 1.2, b = 0.75.
class Ranking {
 public:
  /// Adds a text; documents count from 0. A term that stands several times in `terms` weighs more.
  void add(const std::vector<std::string>& terms);
  void finish();

  /// The best `count` documents for a question, best first, equal ones in their order. Terms of `boosts` weigh that many times as much.
  [[nodiscard]] std::vector<Ranked> bm25(const std::vector<std::string>& question, const std::map<std::string, double>& boosts,
                                         std::size_t count) const;
  /// The same by the cosine of TF-IDF vectors, without boosts.
  [[nodiscard]] std::vector<Ranked> tf_idf(const std::vector<std::string>& question, std::size_t count) const;

 private:
  struct Posting {
    std::uint32_t document, times;
  };
  [[nodiscard]] std::vector<Ranked> best_of(std::map<std::size_t, Ranked>& found, std::size_t count) const;

  std::unordered_map<std::string, std::vector<Posting>> postings_;
  std::vector<std::size_t> lengths_;
  std::vector<double> norms_;  // of the TF-IDF vectors
  double average_ = 1;
};

}  // namespace dovetail
