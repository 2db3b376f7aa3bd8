// Sentences against one another: the same but for words that say the same.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "check/definition_text.h"
#include "check/wording.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t least_words = 12;  // of a sentence: shorter ones are commonplaces
constexpr std::size_t end_words = 6;     // by which sentences that may be alike are found
constexpr std::size_t most_alike = 12;   // of one beginning: a text that repeats itself more often does so on purpose

/// A sentence as a stretch of Sentences::words.
struct Sentence {
  Span source;
  std::uint32_t begin = 0, size = 0;
};

/// The sentences of one text in the proposed view, their words as numbers: two words are equal when they fold to the same.
struct Sentences {
  std::vector<std::string> folded;   // by number
  std::vector<std::uint32_t> words;  // of all sentences, one after the other
  std::vector<Sentence> all;

  [[nodiscard]] std::uint32_t word(const Sentence& s, std::size_t n) const { return words[s.begin + n]; }
};

/// Numbers, names in references and defined terms differ on purpose; small words in place of one another do not.
bool is_free_choice(const std::string& word) {
  static constexpr std::array pairs{
      "shall",       "will",       "must",   "promptly", "immediately", "forthwith", "within",    "in",      "before",    "prior",
      "to",          "by",         "no",     "later",    "than",        "on",        "upon",      "if",      "where",     "when",
      "whenever",    "each",       "every",  "any",      "all",         "provide",   "send",      "give",    "submit",    "notify",
      "inform",      "tell",       "ensure", "procure",  "that",        "which",     "such",      "the",     "a",         "an",
      "its",         "their",      "of",     "from",     "with",        "and",       "or",        "receipt", "receiving", "relevant",
      "appropriate", "applicable", "soon",   "as",       "practicable", "possible",  "reasonably"};
  return std::find(pairs.begin(), pairs.end(), word) != pairs.end();
}

class Splitter {
 public:
  Splitter(const Document& document, const Unit& unit) : document_(document), unit_(unit) {
    std::unordered_map<std::string, std::uint32_t> numbers;
    for (const auto& form : unit.forms) {
      const auto [at, fresh] = numbers.try_emplace(fold(form), static_cast<std::uint32_t>(out_.folded.size()));
      if (fresh) out_.folded.push_back(at->first);
      number_of_form_.push_back(at->second);
    }
  }

  Sentences run() && {
    auto line = Id<Paragraph>::none;
    bool running = false;  // the line is of running text
    for (const auto& word : unit_.words) {
      if (!word.is(View::proposed, Word::here)) continue;
      if (word.line != line) {
        line = word.line;
        const auto& paragraph = document_.paragraphs[Id<Paragraph>(line)];
        running = paragraph.part == Part::body && !paragraph.cell;
      }
      if (!running) continue;
      if (last_ && (last_->line != word.line || ends_between(*last_, word))) finish();
      const auto number = number_of_form_[word.form];
      if (size_ == 0) {
        begin_ = word.begin;
        // The number of the provision is no word of the sentence.
        if (out_.folded[number].find_first_not_of("0123456789.") == std::string::npos) {
          last_ = &word;
          continue;
        }
      }
      out_.words.push_back(number);
      ++size_;
      last_ = &word;
    }
    if (last_) finish();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool ends_between(const Word& one, const Word& next) const {
    const auto end = one.begin + one.length;
    return end + 1 < next.begin && slice(document_.text, {end, next.begin}).find(". ") != std::string_view::npos;
  }

  void finish() {
    const auto begin = static_cast<std::uint32_t>(out_.words.size() - size_);
    if (size_ >= least_words)
      out_.all.push_back({{begin_, last_->begin + last_->length}, begin, static_cast<std::uint32_t>(size_)});
    else
      out_.words.resize(begin);
    size_ = 0;
  }

  const Document& document_;
  const Unit& unit_;
  Sentences out_;
  std::vector<std::uint32_t> number_of_form_;
  const Word* last_ = nullptr;
  std::uint32_t begin_ = 0;
  std::size_t size_ = 0;
};

using Words = std::pair<std::string, std::string>;

/// The words in which two sentences differ: one stretch of at most four words on either side, of words that say the same.
std::optional<Words> one_difference(const Sentences& in, const Sentence& a, const Sentence& b) {
  const auto least = std::min(a.size, b.size);
  std::size_t front = 0, back = 0;
  while (front < least && in.word(a, front) == in.word(b, front)) ++front;
  while (back + front < least && in.word(a, a.size - 1 - back) == in.word(b, b.size - 1 - back)) ++back;
  const auto rest_a = a.size - front - back, rest_b = b.size - front - back;
  if (rest_a > 4 || rest_b > 4 || rest_a == 0 || rest_b == 0 || front + back < least_words - 2) return std::nullopt;
  const auto free_words = [&](const Sentence& s, std::size_t count) -> std::optional<std::string> {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& word = in.folded[in.word(s, front + i)];
      if (!is_free_choice(word)) return std::nullopt;
      text += (i ? " " : "") + word;
    }
    return text;
  };
  const auto one = free_words(a, rest_a), other = free_words(b, rest_b);
  return one && other ? std::optional(Words{*one, *other}) : std::nullopt;
}

/// A number for the first words of a sentence, or for its last; equal words give equal numbers (FNV-1a).
std::uint64_t key_of(const Sentences& in, const Sentence& s, bool from_end) {
  std::uint64_t key = from_end ? 0x84222325CBF29CE4U : 0xCBF29CE484222325U;
  for (std::size_t n = 0; n < end_words; ++n) key = (key ^ in.word(s, from_end ? s.size - 1 - n : n)) * 0x100000001B3U;
  return key;
}

struct Twins {
  std::size_t first = 0, second = 0;  // of Sentences::all
  Words differing;                    // of the first, of the second
};

/// Sentences that begin with the same words, or end with the same, may differ in one phrase.
std::vector<Twins> twins_in(const Sentences& in) {
  std::vector<Twins> twins;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> alike;  // looked up, never walked
  for (std::size_t n = 0; n < in.all.size(); ++n) {
    bool found = false;
    for (const bool from_end : {false, true}) {
      auto& others = alike[key_of(in, in.all[n], from_end)];
      for (std::size_t k = 0; k < others.size() && !found; ++k)
        if (auto differing = one_difference(in, in.all[others[k]], in.all[n])) {
          twins.push_back({others[k], n, std::move(*differing)});
          found = true;
        }
      if (others.size() < most_alike) others.push_back(n);
    }
  }
  return twins;
}

}  // namespace

void check_near_duplicate(const Review& review, const Rule& rule, Checked& checked) {
  for (std::size_t u = 0; u < review.inputs.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    const auto& unit = review.units[id];
    const auto sentences = Splitter(review.documents[unit.document], unit).run();
    for (const auto& twins : twins_in(sentences)) {
      const auto here = sentences.all[twins.second].source, there = sentences.all[twins.first].source;
      const bool old = words_in_view(review, id, here, View::baseline) == words_in_view(review, id, here, View::proposed);
      auto finding = make_finding(review, rule, id, here, {old, true});
      if (!finding.introduced) continue;
      const auto where = label_at(unit, View::proposed, there.begin);
      finding.message =
          fill(rule.message, {{"label", finding.label}, {"one", twins.differing.second}, {"other", twins.differing.first}, {"where", where}});
      finding.notes.push_back({{unit.document, there}, where, "the same sentence with \"" + twins.differing.first + "\""});
      finding.key = twins.differing.first + "|" + twins.differing.second;
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
