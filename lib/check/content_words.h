// What texts have to say, word by word, as numbers that can be compared.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/role_names.h"

namespace dovetail {

/// The content of a text: roots of its words without small words and modals, roles as one each, numbers as figures, WD as Working Day. Numbers of
/// ContentWords, sorted, each once.
using Content = std::vector<std::uint32_t>;

/// Reads the content of texts and remembers every word, since a set of texts has few. Not for several threads at once.
class ContentWords {
 public:
  explicit ContentWords(const RoleNames& roles) : roles_(roles) {}

  /// The content of normalised text.
  Content of(std::string_view text);
  [[nodiscard]] static bool is_role(std::uint32_t word) { return (word & role_mark) != 0; }
  /// The root, figure or role that stands behind a number.
  [[nodiscard]] const std::string& key(std::uint32_t word) const { return keys_[word & ~role_mark]; }

 private:
  /// What was found out about a word as it is written.
  struct Reading {
    std::string stem;
    std::uint32_t content = nothing;
    bool may_begin_role = false;
  };

  static constexpr std::uint32_t role_mark = 0x80000000, nothing = 0xFFFFFFFF, working_day = 0xFFFFFFFE;
  const Reading& read(std::string_view word);
  std::uint32_t number_of(const std::string& key);
  // The role that begins at word `first` and how many words it takes.
  std::string role_at(std::string_view text, const std::vector<Span>& spans, std::size_t first, std::size_t& count);

  const RoleNames& roles_;
  std::unordered_map<std::string, Reading> readings_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> keys_;
  std::string asked_;                     // memory for read
  std::vector<std::string_view> window_;  // for role_at
};

/// The content of one text as words.
std::set<std::string> content_of(std::string_view text, const RoleNames& roles);

/// How many of `wanted` stand in `standing`.
std::size_t shared(const Content& wanted, const Content& standing);
std::size_t shared(const std::set<std::string>& wanted, const std::set<std::string>& standing);

/// Adds what `more` has.
void join(Content& content, const Content& more);

}  // namespace dovetail
