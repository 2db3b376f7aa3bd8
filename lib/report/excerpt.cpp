// The words at fault, in the sentence they stand in.
#include "report/excerpt.h"

#include <algorithm>

#include "model/surroundings.h"

namespace dovetail {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The start of the sentence that holds `at`: behind the last ". " or "; " before it.
std::size_t sentence_begin(std::string_view text, std::size_t at) {
  for (std::size_t n = at; n >= 2; --n)
    if (text[n - 1] == ' ' && (text[n - 2] == '.' || text[n - 2] == ';')) return n;
  return 0;
}

std::size_t sentence_end(std::string_view text, std::size_t at) {
  for (std::size_t n = at; n + 1 < text.size(); ++n)
    if (text[n + 1] == ' ' && (text[n] == '.' || text[n] == ';')) return n + 1;
  return text.size();
}

std::string last_bytes(std::string_view text, std::size_t room) {
  if (text.size() <= room) return std::string(text);
  auto from = text.find(' ', text.size() - room);
  if (from == std::string_view::npos) from = text.size() - room;
  while (from < text.size() && is_continuation(text[from])) ++from;
  return "…" + std::string(text.substr(from));
}

std::string first_bytes(std::string_view text, std::size_t room) {
  if (text.size() <= room) return std::string(text);
  auto to = text.rfind(' ', room);
  if (to == std::string_view::npos) to = room;
  while (to > 0 && is_continuation(text[to])) --to;
  return std::string(text.substr(0, to)) + " …";
}

}  // namespace

Excerpt excerpt_of(const Review& review, const Finding& finding, std::size_t room) {
  const auto [text, span] = surroundings(review, finding);
  if (span.empty()) return {};
  const auto begin = sentence_begin(text, span.begin);
  const auto end = std::max<std::size_t>(sentence_end(text, span.end), span.end);
  Excerpt excerpt;
  excerpt.words = first_bytes(slice(text, span), std::max<std::size_t>(room, 200));
  excerpt.before = last_bytes(text.substr(begin, span.begin - begin), room / 2);
  excerpt.after = first_bytes(text.substr(span.end, end - span.end), room / 2);
  return excerpt;
}

}  // namespace dovetail
