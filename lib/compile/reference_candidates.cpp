// Bytes are told apart by a table: most words of most lines are passed over with a few instructions.
#include "compile/reference_candidates.h"

#include <array>

#include "base/ascii.h"
#include "compile/reference_words.h"

namespace dovetail {
namespace {

/// Whether a byte is an ASCII letter or digit.
constexpr auto in_word = [] {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) table[byte] = is_letter(static_cast<char>(byte)) || is_digit(static_cast<char>(byte));
  return table;
}();

bool is_in_word(std::string_view line, std::size_t at) { return in_word[static_cast<unsigned char>(line[at])]; }

/// Whether the id of a document or a number with letters may begin with the capital at `begin`: two capitals, "Code", or one behind a bracket with a
/// capital, a figure or a space behind it.
bool may_name(std::string_view line, std::size_t begin) {
  const char second = begin + 1 < line.size() ? line[begin + 1] : '\0';
  if (is_upper(second) || line.substr(begin, 4) == "Code") return true;
  return begin > 0 && line[begin - 1] == '(' && (is_digit(second) || second == ' ');
}

}  // namespace

std::size_t next_candidate(std::string_view line, std::size_t from) {
  std::size_t at = from;
  if (at > 0)
    while (at < line.size() && is_in_word(line, at - 1) && is_in_word(line, at)) ++at;
  for (; at < line.size(); ++at) {
    if (!is_in_word(line, at)) continue;
    std::size_t end = at + 1;
    while (end < line.size() && is_in_word(line, end)) ++end;
    if (is_keyword_like({line.data() + at, end - at}) || (is_upper(line[at]) && may_name(line, at))) return at;
    at = end;  // what ends a word begins none
  }
  return std::string_view::npos;
}

}  // namespace dovetail
