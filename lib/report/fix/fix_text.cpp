// The n-th place of some words in the text is their n-th place in the file, where both have equally many.
#include "report/fix/fix_text.h"

#include <algorithm>
#include <optional>

#include "model/place.h"

namespace dovetail {
namespace {

std::vector<std::size_t> places_of(std::string_view text, std::string_view words) {
  std::vector<std::size_t> places;
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + words.size())) places.push_back(at);
  return places;
}

/// The words with as many before them as it takes to be a phrase: the whole finding.
Span phrase_around(const Replacement& replacement) {
  const auto& whole = replacement.finding->place.span;
  return whole.contains(replacement.span) ? whole : replacement.span;
}

std::optional<std::size_t> place_in_line(const Document& document, std::string_view bytes, Span phrase, std::string_view words) {
  const auto paragraph = paragraph_at(document, phrase.begin);
  if (!paragraph || document.kind == FileKind::html) return std::nullopt;
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < document.paragraphs[paragraph].origin; ++line) {
    begin = bytes.find('\n', begin);
    if (begin == std::string_view::npos) return std::nullopt;
    ++begin;
  }
  const auto line = bytes.substr(begin, std::min(bytes.find('\n', begin), bytes.size()) - begin);
  const auto places = places_of(line, words);
  return places.size() == 1 ? std::optional(begin + places.front()) : std::nullopt;
}

std::optional<std::size_t> place_of(const Document& document, std::string_view bytes, Span phrase) {
  const auto words = slice(document.text, phrase);
  const auto in_text = places_of(document.text, words), in_file = places_of(bytes, words);
  if (in_text.size() == in_file.size())
    for (std::size_t n = 0; n < in_text.size(); ++n)
      if (in_text[n] == phrase.begin) return in_file[n];
  return place_in_line(document, bytes, phrase, words);
}

}  // namespace

std::string fixed_text(const Review& review, Id<Document> id, std::string_view bytes, std::vector<Replacement>& replacements) {
  const auto& document = review.documents[id];
  struct Edit {
    std::size_t at, length;
    std::string words;
  };
  std::vector<Edit> edits;
  for (auto& replacement : replacements) {
    if (!replacement.left.empty()) continue;
    const auto phrase = phrase_around(replacement);
    if (const auto at = place_of(document, bytes, phrase))
      edits.push_back({*at + (replacement.span.begin - phrase.begin), replacement.span.size(), replacement.words});
    else
      replacement.left = "the words cannot be told apart in the file";
  }
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.at < b.at; });
  std::string out;
  std::size_t done = 0;
  for (const auto& edit : edits) {
    if (edit.at < done) continue;
    out.append(bytes.substr(done, edit.at - done)).append(edit.words);
    done = edit.at + edit.length;
  }
  return out.append(bytes.substr(done));
}

}  // namespace dovetail
