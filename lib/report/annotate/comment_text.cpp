// Short enough for a margin.
#include "report/annotate/comment_text.h"

#include <algorithm>

namespace dovetail::annotate {
namespace {

constexpr std::size_t most_words = 60, most_of_message = 32, most_of_suggestion = 20;

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + ' ') {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\v' && c != '\f' && c != '\r') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// The words of a text, at most so many; where some are left out the last is "…".
std::string cut(const std::string& text, std::size_t most) {
  const auto words = words_of(text);
  std::string out;
  const auto shown = words.size() <= most ? words.size() : most - 1;
  for (std::size_t n = 0; n < shown; ++n) out += (n == 0 ? "" : " ") + words[n];
  if (shown < words.size()) out += out.empty() ? "…" : " …";
  return out;
}

std::string remedy_of(const Review& review, const Finding& finding) {
  const auto rule =
      std::lower_bound(review.rules.begin(), review.rules.end(), finding.rule, [](const Rule& r, const std::string& id) { return r.id < id; });
  return rule != review.rules.end() && rule->id == finding.rule ? rule->remedy : std::string();
}

}  // namespace

std::vector<std::string> comment_text(const Review& review, const Finding& finding, const std::string& before) {
  std::vector<std::string> paragraphs{cut(before + finding.message, most_of_message) + " [" + finding.rule + "]"};
  auto room = most_words - words_of(paragraphs.front()).size();
  std::string suggestion;
  if (finding.fix && !finding.fix->replace.empty()) suggestion = "Suggested text: " + cut(finding.fix->replace, most_of_suggestion);
  room -= words_of(suggestion).size();
  if (const auto remedy = remedy_of(review, finding); !remedy.empty() && room > 3) paragraphs.push_back(cut(remedy, room));
  if (!suggestion.empty()) paragraphs.push_back(std::move(suggestion));
  return paragraphs;
}

}  // namespace dovetail::annotate
