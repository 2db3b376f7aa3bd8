// Which words of a line differ from those of another line.
#include "link/words_diff.h"

#include "link/sequence.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::uint32_t longest_label = 4;
constexpr std::uint32_t nearest = 2;  // changes with so few equal tokens between them are one edit

void add_characters(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Span>& tokens) {
  for (std::size_t at = begin; at < end;) {
    const auto from = static_cast<std::uint32_t>(at);
    const char32_t character = next_character(text, at);
    if (character > U' ') tokens.push_back({from, static_cast<std::uint32_t>(at)});
  }
}

}  // namespace

std::vector<Span> diff_tokens(std::string_view text) {
  std::vector<Span> tokens;
  std::uint32_t behind = 0;
  for (Span word : words(text)) {
    // "(c)" is the label of an item: its brackets are no tokens of their own.
    const bool label =
        word.size() <= longest_label && word.begin > behind && text[word.begin - 1] == '(' && word.end < text.size() && text[word.end] == ')';
    if (label) word = {word.begin - 1, word.end + 1};
    add_characters(text, behind, word.begin, tokens);
    tokens.push_back(word);
    behind = word.end;
  }
  add_characters(text, behind, static_cast<std::uint32_t>(text.size()), tokens);
  return tokens;
}

std::uint32_t token_number(std::string_view text, Numbering& numbering) {
  const bool dash = text == "\xE2\x80\x93" || text == "\xE2\x80\x94" || text == "\xE2\x88\x92";
  return numbering.of(dash ? "-" : text);
}

std::vector<WordChange> words_diff(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& after) {
  std::vector<WordChange> changes;
  std::uint32_t b = 0, a = 0;  // one behind the last equal tokens seen
  const auto change = [&](std::uint32_t to_b, std::uint32_t to_a) {
    if (b == to_b && a == to_a) return;
    if (!changes.empty() && b - changes.back().before.end <= nearest) {
      changes.back().before.end = to_b;
      changes.back().after.end = to_a;
    } else {
      changes.push_back({{b, to_b}, {a, to_a}});
    }
  };
  for (const auto& [in_b, in_a] : common_subsequence(before, after)) {
    change(in_b, in_a);
    b = in_b + 1;
    a = in_a + 1;
  }
  change(static_cast<std::uint32_t>(before.size()), static_cast<std::uint32_t>(after.size()));
  return changes;
}

}  // namespace dovetail
