// Reads words by their index.
#include "check/text_words.h"

#include <algorithm>

#include "text/inflection.h"
#include "text/unicode.h"

namespace dovetail {

bool TextWords::is_joined_by_hyphen(std::uint32_t word) const {
  const auto at = unit_.words[word].begin;
  return !is(word, Word::space_before) && !is(word, Word::breaks_before) && at > 0 && document_.text[at - 1] == '-';
}

std::string TextWords::text_of(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) const {
  std::string text;
  for (std::size_t k = begin; k < end; ++k) text += (text.empty() ? "" : is_joined_by_hyphen(here[k]) ? "-" : " ") + std::string(form(here[k]));
  return text;
}

std::vector<std::string> TextWords::stems_of(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) const {
  std::vector<std::string> stems;
  for (std::size_t k = begin; k < end; ++k) stems.push_back(stem_of(form(here[k])));
  return stems;
}

std::string_view TextWords::behind(std::uint32_t word, std::size_t length) const {
  const auto& projection = unit_.projection(View::proposed);
  const std::size_t at = projection.from_source(unit_.words[word].begin + unit_.words[word].length);
  return std::string_view(projection.text).substr(std::min(at, projection.text.size()), length);
}

std::string_view TextWords::before(std::uint32_t word, std::size_t length) const {
  const auto& projection = unit_.projection(View::proposed);
  const std::size_t at = projection.from_source(unit_.words[word].begin);
  const auto begin = at < length ? 0 : at - length;
  return std::string_view(projection.text).substr(begin, at - begin);
}

bool is_variable(std::string_view word) {
  if (word.front() == '\xCE' || word.front() == '\xCF') return true;  // Greek
  const auto small = word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (small == std::string_view::npos || small < 2) return false;
  const auto rest = word.substr(small);
  return rest.size() <= 2 && rest != "s" && rest != "o" && starts_lower(rest);
}

}  // namespace dovetail
