// What texts have to say, word by word.
#include "check/content_words.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/word_table.h"
#include "text/inflection.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// A figure for a number word, so that "five" and "5" are one.
std::string figure_of(const std::string& word) {
  static constexpr std::array<std::string_view, 13> words{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                          "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  for (std::size_t n = 2; n < words.size(); ++n)
    if (words[n] == word) return std::to_string(n);
  return word;
}

constexpr WordTable small_words{
    "a",     "an",     "the",    "of",    "to",   "in",     "on",      "at",       "by",       "for",        "from",    "with",  "and",    "or",
    "not",   "no",     "is",     "are",   "be",   "been",   "being",   "was",      "were",     "has",        "have",    "had",   "it",     "its",
    "they",  "them",   "their",  "that",  "this", "these",  "those",   "such",     "any",      "each",       "every",   "all",   "some",   "other",
    "which", "who",    "where",  "when",  "if",   "unless", "as",      "so",       "than",     "then",       "also",    "shall", "must",   "will",
    "may",   "should", "can",    "do",    "does", "able",   "require", "required", "entitled", "up",         "out",     "under", "within", "into",
    "upon",  "after",  "before", "there", "only", "per",    "via",     "set",      "use",      "accordance", "relevant"};

}  // namespace

Content ContentWords::of(std::string_view text) {
  Content content;
  const auto spans = words(text);
  content.reserve(spans.size());
  for (std::size_t n = 0; n < spans.size(); ++n) {
    const Reading& word = read(slice(text, spans[n]));
    if (word.content == nothing) continue;  // no name of a role begins with a small word
    std::size_t count = 0;
    if (word.may_begin_role)
      if (const std::string role = role_at(text, spans, n, count); !role.empty()) {
        content.push_back(number_of(role) | role_mark);
        n += count - 1;
        continue;
      }
    if (word.content == working_day) {
      content.push_back(number_of(verb_root_of("working")));
      content.push_back(number_of("day"));
    } else {
      content.push_back(word.content);
    }
  }
  std::sort(content.begin(), content.end());
  content.erase(std::unique(content.begin(), content.end()), content.end());
  return content;
}

std::string ContentWords::role_at(std::string_view text, const std::vector<Span>& spans, std::size_t first, std::size_t& count) {
  window_.clear();
  const std::size_t end = std::min(first + roles_.longest_name(), spans.size());
  for (std::size_t n = first; n < end; ++n) window_.push_back(read(slice(text, spans[n])).stem);
  return roles_.role_at(window_, 0, count);
}

const ContentWords::Reading& ContentWords::read(std::string_view word) {
  asked_.assign(word);
  const auto [place, fresh] = readings_.try_emplace(asked_);
  Reading& reading = place->second;
  if (!fresh) return reading;
  reading.stem = stem_of(word);
  reading.may_begin_role = starts_upper(word) && roles_.may_begin(reading.stem);
  const std::string folded = fold(word);
  if (small_words.contains(folded)) return reading;
  const std::string figure = figure_of(folded);
  reading.content = folded == "wd" || folded == "wds" ? working_day : number_of(figure != folded ? figure : verb_root_of(folded));
  return reading;
}

std::uint32_t ContentWords::number_of(const std::string& key) {
  const auto [place, fresh] = numbers_.try_emplace(key, static_cast<std::uint32_t>(keys_.size()));
  if (fresh) keys_.push_back(key);
  return place->second;
}

std::set<std::string> content_of(std::string_view text, const RoleNames& roles) {
  ContentWords words(roles);
  std::set<std::string> content;
  for (const std::uint32_t word : words.of(text)) content.insert((ContentWords::is_role(word) ? "@" : "") + words.key(word));
  return content;
}

std::size_t shared(const Content& wanted, const Content& standing) {
  std::size_t count = 0;
  for (auto one = wanted.begin(), other = standing.begin(); one != wanted.end() && other != standing.end();) {
    if (*one < *other) {
      ++one;
    } else if (*other < *one) {
      ++other;
    } else {
      ++count, ++one, ++other;
    }
  }
  return count;
}

std::size_t shared(const std::set<std::string>& wanted, const std::set<std::string>& standing) {
  return static_cast<std::size_t>(std::count_if(wanted.begin(), wanted.end(), [&](const std::string& word) { return standing.contains(word); }));
}

void join(Content& content, const Content& more) {
  Content both;
  both.reserve(content.size() + more.size());
  std::set_union(content.begin(), content.end(), more.begin(), more.end(), std::back_inserter(both));
  content = std::move(both);
}

}  // namespace dovetail
