// Tables of words that are asked for with every word of a text.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dovetail {

/// A table of words, sorted when it is compiled: a question looks at the few that have the length and the first letter of what is asked for.
template <std::size_t Size>
class WordTable {
 public:
  template <class... Words>
  constexpr explicit WordTable(Words... words) : words_{std::string_view(words)...} {
    std::sort(words_.begin(), words_.end(), [](std::string_view a, std::string_view b) { return place_of(a) < place_of(b); });
    for (const std::string_view word : words_) ++begins_[place_of(word) + std::size_t{1}];
    for (std::size_t place = 1; place < begins_.size(); ++place) begins_[place] = static_cast<std::uint16_t>(begins_[place] + begins_[place - 1]);
  }

  [[nodiscard]] constexpr bool contains(std::string_view word) const {
    const auto place = place_of(word);
    for (std::size_t n = begins_[place]; n < begins_[place + std::size_t{1}]; ++n)
      if (words_[n] == word) return true;
    return false;
  }

 private:
  static constexpr std::uint8_t place_of(std::string_view word) {
    return word.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(word.size() * 31 + static_cast<unsigned char>(word.front()));
  }
  std::array<std::string_view, Size> words_;
  std::array<std::uint16_t, 257> begins_{};
};

template <class... Words>
WordTable(Words...) -> WordTable<sizeof...(Words)>;

}  // namespace dovetail
