// Which line of a text before is which line of the text after.
#include "link/line_pairs.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "link/sequence.h"

namespace dovetail {
namespace {

using Lines = std::vector<ComparedLine>;
using Indexes = std::vector<std::uint32_t>;

constexpr std::uint32_t few_words = 4;  // shorter lines are not called moved
constexpr std::size_t block = 48;       // lines of a gap that are compared with one another by their words
constexpr double alike = 0.4;           // the share of words in common from which two lines are one, changed

/// The words of some lines, to find how many another line has in common with each.
class WordIndex {
 public:
  explicit WordIndex(const std::vector<std::vector<std::uint32_t>>& lines) : common_(lines.size()) {
    for (std::uint32_t n = 0; n < lines.size(); ++n) {
      sizes_.push_back(lines[n].size());
      for (std::size_t w = 0, end = 0; w < lines[n].size(); w = end) {
        while (end < lines[n].size() && lines[n][end] == lines[n][w]) ++end;
        entries_.push_back({lines[n][w], n, static_cast<std::uint32_t>(end - w)});
      }
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& x, const Entry& y) { return std::pair(x.word, x.line) < std::pair(y.word, y.line); });
  }

  /// Dice's coefficients of a sorted bag of words with each of the lines, in their order.
  void likeness(const std::vector<std::uint32_t>& line, double* out) {
    std::fill(common_.begin(), common_.end(), 0U);
    auto from = entries_.begin();
    for (std::size_t w = 0, end = 0; w < line.size() && from != entries_.end(); w = end) {
      while (end < line.size() && line[end] == line[w]) ++end;
      from = std::lower_bound(from, entries_.end(), line[w], [](const Entry& entry, std::uint32_t word) { return entry.word < word; });
      for (; from != entries_.end() && from->word == line[w]; ++from)
        common_[from->line] += std::min(from->count, static_cast<std::uint32_t>(end - w));
    }
    for (std::size_t n = 0; n < common_.size(); ++n) {
      const auto size = static_cast<double>(line.size() + sizes_[n]);
      out[n] = size == 0 ? 1.0 : 2.0 * common_[n] / size;
    }
  }

 private:
  struct Entry {
    std::uint32_t word, line, count;
  };
  std::vector<Entry> entries_;
  std::vector<std::size_t> sizes_;
  std::vector<std::uint32_t> common_;
};

class Pairing {
 public:
  Pairing(const Lines& before, const Lines& after) : before_(before), after_(after) {
    out_.partner.resize(before.size());
    out_.before.assign(before.size(), LineFate::alone);
    out_.after.assign(after.size(), LineFate::alone);
    out_.before_tokens.resize(before.size());
    out_.after_tokens.resize(after.size());
  }

  LinePairs run() {
    const auto same = common_subsequence(keys(before_, &ComparedLine::whole), keys(after_, &ComparedLine::whole));
    for (const auto& [b, a] : same) pair(b, a, LineFate::same);
    find_moved(&ComparedLine::whole);
    std::uint32_t b = 0, a = 0;
    for (const auto& [next_b, next_a] : same) {
      gap(b, next_b, a, next_a);
      b = next_b + 1;
      a = next_a + 1;
    }
    gap(b, static_cast<std::uint32_t>(before_.size()), a, static_cast<std::uint32_t>(after_.size()));
    find_moved(&ComparedLine::content);  // with another number where they stand now
    return std::move(out_);
  }

 private:
  static Indexes keys(const Lines& lines, std::uint32_t ComparedLine::*key) {
    Indexes all;
    all.reserve(lines.size());
    for (const ComparedLine& line : lines) all.push_back(line.*key);
    return all;
  }

  void pair(std::uint32_t b, std::uint32_t a, LineFate fate) {
    out_.partner[b] = a;
    out_.before[b] = out_.after[a] = fate;
  }

  void find_moved(std::uint32_t ComparedLine::*key) {
    std::map<std::uint32_t, Indexes> gone;  // by key, last first
    for (auto b = static_cast<std::uint32_t>(before_.size()); b-- > 0;)
      if (out_.before[b] == LineFate::alone && before_[b].word_count >= few_words) gone[before_[b].*key].push_back(b);
    for (std::uint32_t a = 0; a < after_.size(); ++a) {
      if (out_.after[a] != LineFate::alone) continue;
      const auto from = gone.find(after_[a].*key);
      if (from == gone.end() || from->second.empty()) continue;
      pair(from->second.back(), a, LineFate::moved);
      from->second.pop_back();
    }
  }

  static Indexes alone(const std::vector<LineFate>& fates, std::uint32_t begin, std::uint32_t end) {
    Indexes lines;
    for (std::uint32_t n = begin; n < end; ++n)
      if (fates[n] == LineFate::alone) lines.push_back(n);
    return lines;
  }

  void gap(std::uint32_t b_begin, std::uint32_t b_end, std::uint32_t a_begin, std::uint32_t a_end) {
    const Indexes b = alone(out_.before, b_begin, b_end), a = alone(out_.after, a_begin, a_end);
    if (b.empty() || a.empty()) return;
    Indexes b_keys, a_keys;
    for (const std::uint32_t n : b) b_keys.push_back(before_[n].content);
    for (const std::uint32_t n : a) a_keys.push_back(after_[n].content);
    const auto same = common_subsequence(b_keys, a_keys);
    for (const auto& [in_b, in_a] : same) pair(b[in_b], a[in_a], LineFate::changed);
    find_cuts(alone(out_.before, b_begin, b_end), before_, alone(out_.after, a_begin, a_end), after_, true);
    find_cuts(alone(out_.after, a_begin, a_end), after_, alone(out_.before, b_begin, b_end), before_, false);
    std::uint32_t from_b = b_begin, from_a = a_begin;
    for (const auto& [in_b, in_a] : same) {
      by_words(alone(out_.before, from_b, b[in_b]), alone(out_.after, from_a, a[in_a]));
      from_b = b[in_b] + 1;
      from_a = a[in_a] + 1;
    }
    by_words(alone(out_.before, from_b, b_end), alone(out_.after, from_a, a_end));
  }

  // Lines of one side that are two neighbours of the other, joined; typed numbers in front do not count.
  void find_cuts(const Indexes& ones, const Lines& one_lines, const Indexes& parts, const Lines& part_lines, bool split) {
    if (ones.empty() || parts.size() < 2) return;
    std::vector<std::pair<std::string, std::uint32_t>> wholes;  // without their numbers, sorted
    for (const std::uint32_t n : ones) wholes.emplace_back(words_of(one_lines[n]), n);
    std::sort(wholes.begin(), wholes.end());
    const auto from = [&](const std::string& text) { return std::lower_bound(wholes.begin(), wholes.end(), std::pair(text, 0U)); };
    for (std::size_t p = 0; p + 1 < parts.size(); ++p) {
      if (parts[p] + 1 != parts[p + 1]) continue;
      const std::string head = words_of(part_lines[parts[p]]);
      if (const auto longer = from(head); longer == wholes.end() || !longer->first.starts_with(head)) continue;
      const ComparedLine& second = part_lines[parts[p + 1]];
      for (const std::string& tail : {printed_form(second.text), words_of(second), " " + printed_form(second.text), " " + words_of(second)}) {
        const auto whole = from(head + tail);
        if (whole == wholes.end() || whole->first != head + tail) continue;
        cut(split ? whole->second : parts[p], split ? parts[p] : whole->second, split);
        wholes.erase(whole);
        ++p;
        break;
      }
    }
  }

  static std::string words_of(const ComparedLine& line) { return printed_form(line.text.substr(line.number)); }

  void cut(std::uint32_t b, std::uint32_t a, bool split) {
    pair(b, a, LineFate::cut);
    if (split) {
      out_.after[a + 1] = LineFate::cut;
    } else {
      out_.before[b + 1] = LineFate::cut;
      out_.partner[b + 1] = a;
    }
    out_.cuts.push_back({b, a, split});
  }

  void by_words(const Indexes& b, const Indexes& a) {
    const std::size_t blocks = (std::max(b.size(), a.size()) + block - 1) / block;
    const auto share = [&](const Indexes& all, std::size_t n) {
      return Indexes(all.begin() + static_cast<std::ptrdiff_t>(all.size() * n / blocks),
                     all.begin() + static_cast<std::ptrdiff_t>(all.size() * (n + 1) / blocks));
    };
    for (std::size_t n = 0; n < blocks; ++n) most_alike(share(b, n), share(a, n));
  }

  Indexes sorted_words(const ComparedLine& line, Indexes& tokens) {
    tokens.clear();
    for (const Span token : diff_tokens(line.text)) tokens.push_back(token_number(slice(line.text, token), words_));
    Indexes sorted = tokens;
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }

  // The pairs in order whose likeness adds up to most; of lines left over, as many on one side as on the other, each replaces the other.
  void most_alike(const Indexes& b, const Indexes& a) {
    if (b.empty() || a.empty()) return;
    words_.clear();  // those of a block fit where memory is fast
    std::vector<std::vector<std::uint32_t>> b_words, a_words;
    for (const std::uint32_t n : b) b_words.push_back(sorted_words(before_[n], out_.before_tokens[n]));
    for (const std::uint32_t n : a) a_words.push_back(sorted_words(after_[n], out_.after_tokens[n]));
    const std::size_t width = a.size() + 1;
    std::vector<double> score(b.size() * a.size());
    WordIndex index(a_words);
    for (std::size_t i = 0; i < b.size(); ++i) index.likeness(b_words[i], &score[i * a.size()]);
    if (std::none_of(score.begin(), score.end(), [](double like) { return like >= alike; })) return replaced(b, 0, b.size(), a, 0, a.size());
    std::vector<double> best((b.size() + 1) * width);
    for (std::size_t i = b.size(); i-- > 0;)
      for (std::size_t j = a.size(); j-- > 0;) {
        const double like = score[i * a.size() + j];
        const double skip = std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
        best[i * width + j] = like >= alike ? std::max(skip, like + best[(i + 1) * width + j + 1]) : skip;
      }
    std::size_t from_b = 0, from_a = 0;
    for (std::size_t i = 0, j = 0; i < b.size() && j < a.size();) {
      const double like = score[i * a.size() + j];
      if (like >= alike && best[i * width + j] == like + best[(i + 1) * width + j + 1]) {
        replaced(b, from_b, i, a, from_a, j);
        pair(b[i], a[j], LineFate::changed);
        from_b = ++i;
        from_a = ++j;
      } else if (best[i * width + j] == best[(i + 1) * width + j]) {
        ++i;
      } else {
        ++j;
      }
    }
    replaced(b, from_b, b.size(), a, from_a, a.size());
  }

  void replaced(const Indexes& b, std::size_t b_begin, std::size_t b_end, const Indexes& a, std::size_t a_begin, std::size_t a_end) {
    if (b_end - b_begin != a_end - a_begin) return;
    for (std::size_t n = 0; n < b_end - b_begin; ++n) pair(b[b_begin + n], a[a_begin + n], LineFate::changed);
  }

  const Lines& before_;
  const Lines& after_;
  Numbering words_;
  LinePairs out_;
};

}  // namespace

LinePairs pair_lines(const std::vector<ComparedLine>& before, const std::vector<ComparedLine>& after) { return Pairing(before, after).run(); }

}  // namespace dovetail
