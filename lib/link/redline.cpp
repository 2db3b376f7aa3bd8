// Word differences as running text.
#include "link/redline.h"

#include "link/words_diff.h"

namespace dovetail {
namespace {

/// A text cut into words, whose numbers are shared with the other text.
struct Tokens {
  const std::string& text;
  std::vector<Span> spans;
  std::vector<std::uint32_t> numbers;

  Tokens(const std::string& of, Numbering& numbering) : text(of), spans(diff_tokens(of)) {
    for (const Span span : spans) numbers.push_back(token_number(slice(text, span), numbering));
  }
  // The words of a range, with the space behind them.
  [[nodiscard]] std::string words(Span range) const {
    if (range.empty()) return {};
    const std::uint32_t end = range.end < spans.size() ? spans[range.end].begin : static_cast<std::uint32_t>(text.size());
    return text.substr(spans[range.begin].begin, end - spans[range.begin].begin);
  }
};

}  // namespace

std::vector<RedlinePiece> redline_of(const std::string& before, const std::string& after) {
  Numbering numbering;
  const Tokens old(before, numbering), now(after, numbering);
  std::vector<RedlinePiece> pieces;
  const auto add = [&](RedlineKind kind, std::string text) {
    if (!text.empty()) pieces.push_back({kind, std::move(text)});
  };
  std::uint32_t at = 0;  // of the text after
  for (const WordChange& change : words_diff(old.numbers, now.numbers)) {
    add(RedlineKind::same, now.words({at, change.after.begin}));
    add(RedlineKind::deleted, old.words(change.before));
    add(RedlineKind::inserted, now.words(change.after));
    at = change.after.end;
  }
  add(RedlineKind::same, now.words({at, static_cast<std::uint32_t>(now.spans.size())}));
  return pieces;
}

}  // namespace dovetail
