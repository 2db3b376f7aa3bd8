// Faults that files come to: transmission, editing by hand, programs that disagree about a format.
#include "fuzz/damage.h"

#include <algorithm>
#include <array>

namespace dovetail::fuzz {
namespace {

constexpr std::size_t longest_input = 64 << 10;
constexpr std::size_t longest_stretch = 2000;

/// What readers trip over: ends of words and of numbers, marks of the formats read, broken UTF-8.
constexpr std::array<std::string_view, 28> words{std::string_view("\0", 1),
                                                 "\xFF",
                                                 "\xC3",
                                                 "\xE2\x80",
                                                 "\xF4\x90\x80\x80",
                                                 "<",
                                                 ">",
                                                 "&",
                                                 "&#0;",
                                                 "\"",
                                                 "'",
                                                 "/>",
                                                 "</w:p>",
                                                 "<w:p>",
                                                 "-1",
                                                 "0",
                                                 "4294967296",
                                                 "99999999999999999999",
                                                 "2147483647",
                                                 "\n",
                                                 "\r",
                                                 "\t",
                                                 "{",
                                                 "}",
                                                 "[",
                                                 "]",
                                                 "::",
                                                 "(((((((((("};

}  // namespace

Damage::Damage(std::string_view name, const std::vector<std::string>& seeds) : seeds_(seeds) {
  std::uint64_t begin = 0xCBF29CE484222325U;  // FNV-1a
  for (const char c : name) begin = (begin ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  random_.seed(begin);
}

std::size_t Damage::below(std::size_t end) { return end == 0 ? 0 : static_cast<std::size_t>(random_() % end); }

std::size_t Damage::place_in(const std::string& bytes) {
  const auto at = below(bytes.size() + 1);
  if (below(2) == 0) return at;
  const auto said = bytes.find_first_of("<>\"'&=0123456789:|[({", at);
  return said == std::string::npos ? at : said;
}

std::string_view Damage::stretch() {
  const std::string_view seed = seeds_[below(seeds_.size())];
  return seed.substr(below(seed.size() + 1), 1 + below(longest_stretch));
}

void Damage::put_fault(std::string& bytes) {
  const auto at = place_in(bytes);
  switch (below(7)) {
    case 0:
      if (at < bytes.size()) bytes[at] = static_cast<char>(random_() & 0xFFU);
      return;
    case 1:
      if (at < bytes.size()) bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
      return;
    case 2:
      bytes.insert(at, words.at(below(words.size())));
      return;
    case 3:
      bytes.erase(at, 1 + below(below(2) == 0 ? 8 : longest_stretch));
      return;
    case 4:
      bytes.insert(at, bytes.substr(at, 1 + below(longest_stretch)));
      return;
    case 5:
      bytes.insert(at, stretch());
      return;
    default: {
      const auto other = stretch();
      bytes.replace(at, other.size(), other);
    }
  }
}

std::string Damage::next() {
  std::string bytes = seeds_[below(seeds_.size())];
  for (auto faults = 1 + below(8); faults > 0; --faults) put_fault(bytes);
  if (below(16) == 0) bytes.resize(below(bytes.size() + 1));  // cut off
  bytes.resize(std::min(bytes.size(), longest_input));
  return bytes;
}

}  // namespace dovetail::fuzz
