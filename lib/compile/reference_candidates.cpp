// Bytes are told apart by a table: most words of most lines are passed over with a few instructions.
#include "compile/reference_candidates.h"

#include <array>
#include <cstdint>

#include "base/ascii.h"
#include "compile/reference_words.h"

namespace dovetail {
namespace {

constexpr std::uint8_t in_word = 1;         // an ASCII letter or digit
constexpr std::uint8_t begins_keyword = 2;  // some keyword, in either case
constexpr std::uint8_t capital = 4;

constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char c = static_cast<char>(byte);
    if (is_letter(c) || is_digit(c)) table[byte] |= in_word;
    if (is_letter(c) && std::string_view("aceflprs").find(static_cast<char>(byte | 0x20U)) != std::string_view::npos) table[byte] |= begins_keyword;
    if (is_upper(c)) table[byte] |= capital;
  }
  return table;
}();

std::uint8_t kind_at(std::string_view line, std::size_t at) { return kinds[static_cast<unsigned char>(line[at])]; }

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
    while (at < line.size() && (kind_at(line, at - 1) & in_word) != 0 && (kind_at(line, at) & in_word) != 0) ++at;
  for (; at < line.size(); ++at) {
    const auto kind = kind_at(line, at);
    if (kind == 0) continue;
    std::size_t end = at + 1;
    while (end < line.size() && kind_at(line, end) != 0) ++end;
    if ((kind & begins_keyword) != 0 && is_keyword_like({line.data() + at, end - at})) return at;
    if ((kind & capital) != 0 && may_name(line, at)) return at;
    at = end;  // what ends a word begins none
  }
  return std::string_view::npos;
}

}  // namespace dovetail
