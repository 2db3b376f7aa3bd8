// Ranks texts by the words that they share with a question.
#include "link/ranking.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr double k1 = 1.2, b = 0.75;

const std::set<std::string>& empty_words() {
  static const std::set<std::string> words{"the",  "and",  "for",  "that", "this",    "with",      "shall",      "must",  "should", "will",  "may",
                                           "can",  "able", "its",  "it",   "of",      "to",        "in",         "on",    "by",     "an",    "as",
                                           "at",   "be",   "is",   "are",  "or",      "any",       "each",       "all",   "such",   "which", "who",
                                           "been", "has",  "have", "not",  "from",    "into",      "than",       "under", "when",   "where", "their",
                                           "them", "they", "was",  "were", "section", "paragraph", "accordance", "within"};
  return words;
}

/// Common endings taken off: "sending", "sends", "sent" stay apart, "records", "recorded", "record" meet.
std::string stem(std::string word) {
  for (const std::string_view ending : {"ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e"})
    if (word.size() >= ending.size() + 4 && word.ends_with(ending)) {
      word.resize(word.size() - ending.size());
      if (ending == "ies" || ending == "ied") word += 'y';
      break;
    }
  return word;
}

}  // namespace

std::vector<std::string> ranked_terms(std::string_view text) {
  const std::string plain = normalise(text), folded = fold(plain);
  std::vector<std::string> terms;
  for (const IdInText& id : ids_in_text(plain)) terms.push_back(id.id.canonical);
  for (const Span span : words(folded)) {
    const std::string word(slice(folded, span));
    const bool figure = std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if ((word.size() < 3 && !figure) || empty_words().contains(word)) continue;
    terms.push_back(stem(word));
  }
  return terms;
}

std::vector<std::string> as_written(const std::vector<std::string>& terms, std::string_view text) {
  const std::string plain = normalise(text);
  std::map<std::string, std::string> written;
  std::vector<Span> ids;
  for (const IdInText& id : ids_in_text(plain)) {
    written.try_emplace(id.id.canonical, id.id.canonical);
    ids.push_back(id.span);
  }
  for (const Span span : words(plain))
    if (std::none_of(ids.begin(), ids.end(), [&](Span id) { return id.begin <= span.begin && span.end <= id.end; }))
      written.try_emplace(stem(fold(slice(plain, span))), slice(plain, span));
  std::vector<std::string> out;
  for (const std::string& term : terms)
    if (const auto found = written.find(term); found != written.end()) out.push_back(found->second);
  return out;
}

void Ranking::add(const std::vector<std::string>& terms) {
  std::map<std::string, std::uint32_t> times;
  for (const std::string& term : terms) ++times[term];
  for (const auto& [term, count] : times) postings_[term].push_back({static_cast<std::uint32_t>(lengths_.size()), count});
  lengths_.push_back(terms.size());
}

void Ranking::finish() {
  double sum = 0;
  for (const std::size_t length : lengths_) sum += static_cast<double>(length);
  average_ = lengths_.empty() ? 1 : std::max(1.0, sum / static_cast<double>(lengths_.size()));
  norms_.assign(lengths_.size(), 0);
  for (const auto& [term, postings] : postings_) {
    const double idf = std::log(1 + static_cast<double>(lengths_.size()) / static_cast<double>(postings.size()));
    for (const Posting& posting : postings) norms_[posting.document] += std::pow(posting.times * idf, 2);
  }
  for (double& norm : norms_) norm = norm > 0 ? std::sqrt(norm) : 1;
}

std::vector<Ranked> Ranking::best_of(std::map<std::size_t, Ranked>& found, std::size_t count) const {
  std::vector<Ranked> all;
  for (auto& [document, ranked] : found) all.push_back(std::move(ranked));
  std::stable_sort(all.begin(), all.end(), [](const Ranked& x, const Ranked& y) { return x.score > y.score; });
  if (all.size() > count) all.resize(count);
  return all;
}

std::vector<Ranked> Ranking::bm25(const std::vector<std::string>& question, const std::map<std::string, double>& boosts, std::size_t count) const {
  std::map<std::size_t, Ranked> found;
  std::map<std::size_t, std::vector<std::pair<double, std::string>>> shares;
  const double all = static_cast<double>(lengths_.size());
  for (const std::string& term : std::set<std::string>(question.begin(), question.end())) {
    const auto known = postings_.find(term);
    if (known == postings_.end()) continue;
    const double holding = static_cast<double>(known->second.size());
    const auto boost = boosts.find(term);
    const double weight = std::log(1 + (all - holding + 0.5) / (holding + 0.5)) * (boost == boosts.end() ? 1.0 : boost->second);
    for (const Posting& posting : known->second) {
      const double times = posting.times, length = static_cast<double>(lengths_[posting.document]) / average_;
      const double share = weight * times * (k1 + 1) / (times + k1 * (1 - b + b * length));
      found[posting.document].document = posting.document;
      found[posting.document].score += share;
      shares[posting.document].emplace_back(-share, term);
    }
  }
  for (auto& [document, ranked] : found) {
    auto& terms = shares[document];
    std::sort(terms.begin(), terms.end());
    for (const auto& [share, term] : terms) ranked.shared.push_back(term);
  }
  return best_of(found, count);
}

std::vector<Ranked> Ranking::tf_idf(const std::vector<std::string>& question, std::size_t count) const {
  std::map<std::size_t, Ranked> found;
  std::map<std::string, int> times;
  for (const std::string& term : question) ++times[term];
  for (const auto& [term, asked] : times) {
    const auto known = postings_.find(term);
    if (known == postings_.end()) continue;
    const double idf = std::log(1 + static_cast<double>(lengths_.size()) / static_cast<double>(known->second.size()));
    for (const Posting& posting : known->second) {
      found[posting.document].document = posting.document;
      found[posting.document].score += asked * idf * posting.times * idf / norms_[posting.document];
      found[posting.document].shared.push_back(term);
    }
  }
  return best_of(found, count);
}

}  // namespace dovetail
