// One pass from "<" to "<".
#include "ooxml/blank.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace dovetail {
namespace {

constexpr std::array<bool, 256> name_enders = [] {
  std::array<bool, 256> table{};
  for (const char c : {' ', '/', '>', '\t', '\r', '\n'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Names in a table by length and last character, which tells nearly all others apart from them without looking at their letters.
class Names {
 public:
  explicit Names(std::span<const std::string_view> names) : names_(names) {
    for (std::size_t n = 0; n < names.size(); ++n) {
      auto& place = places_[likeness(names[n])];
      place = place == nobody ? static_cast<std::uint8_t>(n) : several;
    }
  }
  static constexpr std::size_t none = 255;
  /// The index of the name; none for another.
  [[nodiscard]] std::size_t find(std::string_view name) const {
    const auto place = places_[likeness(name)];
    if (place == nobody) return none;
    if (place != several) return is_same(names_[place], name) ? place : none;
    const auto found = std::find(names_.begin(), names_.end(), name);
    return found == names_.end() ? none : static_cast<std::size_t>(found - names_.begin());
  }

 private:
  static constexpr std::uint8_t several = 254, nobody = 255;  // of fewer than 254 names
  static bool is_same(std::string_view a, std::string_view b) { return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size()) == 0; }
  static std::size_t likeness(std::string_view name) {
    return name.empty() ? 0 : (name.size() % 32) * 32 + static_cast<unsigned char>(name.back()) % 32;
  }
  std::span<const std::string_view> names_;
  std::array<std::uint8_t, 1024> places_ = [] {
    std::array<std::uint8_t, 1024> places{};
    places.fill(nobody);
    return places;
  }();
};

class Blanker {
 public:
  Blanker(char* begin, char* end, const Unused& unused)
      : at_(begin),
        end_(end),
        unused_(unused),
        leaves_(unused.leaves),
        bearers_(unused.elements),
        leaf_stretches_(unused.leaves.size()),
        tags_(unused.elements.size()) {}

  void run() {
    while ((at_ = find('<', at_)) != end_) {
      if (end_ - at_ < 4) return;
      if (at_[1] == '!' || at_[1] == '?') {
        if (!pass_markup()) return;
      } else {
        look_at_element();
      }
    }
  }

 private:
  char* find(char wanted, char* from) const {
    if (from == end_) return end_;  // an empty part has no bytes to point at
    auto* found = static_cast<char*>(std::memchr(from, wanted, static_cast<std::size_t>(end_ - from)));
    return found == nullptr ? end_ : found;
  }

  /// Passes a comment, CDATA or an instruction; false where it never ends, or for a document type, whose contents are another language.
  bool pass_markup() {
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    const std::string_view closing = rest.starts_with("<!--") ? "-->" : rest.starts_with("<![CDATA[") ? "]]>" : rest.starts_with("<?") ? "?>" : "";
    const auto close = closing.empty() ? std::string_view::npos : rest.find(closing, 2);
    if (close == std::string_view::npos) return false;
    at_ += close + closing.size();
    return true;
  }

  void look_at_element() {
    char* const begin = at_;
    char* name_end = begin + 1;
    while (name_end != end_ && !name_enders[static_cast<unsigned char>(*name_end)]) ++name_end;
    const std::string_view name(begin + 1, static_cast<std::size_t>(name_end - begin - 1));
    at_ = name_end;
    if (const auto leaf = leaves_.find(name); leaf != Names::none) {
      blank_leaves(begin, name_end, leaf);
    } else if (const auto bearer = name_end != end_ && *name_end == ' ' ? bearers_.find(name) : Names::none; bearer != Names::none) {
      blank_bearer(begin, name_end, tags_[bearer]);
    }
  }

  /// Whether the bytes at `begin` are those that were understood before: runs are formatted alike for pages on end.
  bool is_as_before(const char* begin, std::string_view before) const {
    return !before.empty() && static_cast<std::size_t>(end_ - begin) >= before.size() && std::memcmp(begin, before.data(), before.size()) == 0;
  }

  /// Leaves that stood one behind the other as they were spelled, brackets and all.
  struct Stretch {
    std::string bytes;
    std::size_t first = 0;  // bytes of the first of them
  };

  /// Blanks a leaf, and those behind it where they are the same again.
  void blank_leaves(char* begin, char* name_end, std::size_t leaf) {
    auto& stretch = leaf_stretches_[leaf];
    const std::string_view known = stretch.bytes;
    if (is_as_before(begin, known)) {
      at_ = begin + known.size();
      learning_ = nullptr;
    } else {
      if (is_as_before(begin, known.substr(0, stretch.first))) {
        at_ = begin + stretch.first;
      } else {
        char* const close = end_of_tag(name_end);
        if (close == end_) return;
        at_ = close + 1;
        if (close[-1] != '/') return;
      }
      learn(begin, stretch);
    }
    std::memset(begin, ' ', static_cast<std::size_t>(at_ - begin));
  }

  /// A leaf from `begin` to at_ goes on the stretch that ends there, or begins one of its own.
  void learn(char* begin, Stretch& own) {
    constexpr std::size_t longest = 1024;  // bytes; formatting takes some two hundred
    if (learning_ == nullptr || learned_to_ != begin || learning_ == &own || learning_->bytes.size() > longest) {
      learning_ = &own;
      own.bytes.assign(begin, at_);
      own.first = own.bytes.size();
    } else {
      learning_->bytes.append(begin, at_);
    }
    learned_to_ = at_;
  }

  /// A start tag as it was spelled, and what became of it.
  struct Tag {
    std::string bytes, blanked;
  };

  void blank_bearer(char* begin, char* name_end, Tag& last) {
    if (is_as_before(begin, last.bytes)) {
      std::memcpy(begin, last.blanked.data(), last.blanked.size());
      at_ = begin + last.blanked.size();
      return;
    }
    constexpr std::ptrdiff_t longest = 256;  // bytes
    std::array<char, longest> spelled;
    const auto size = std::min(end_ - begin, longest);
    std::memcpy(spelled.data(), begin, static_cast<std::size_t>(size));
    blank_attributes(name_end);
    if (at_ == end_ || *at_ != '>' || at_ + 1 - begin > size) return;
    last.bytes.assign(spelled.data(), static_cast<std::size_t>(at_ + 1 - begin));
    last.blanked.assign(begin, at_ + 1);
  }

  /// The ">" of a tag; one inside a value is none.
  char* end_of_tag(char* from) const {
    constexpr std::ptrdiff_t usual = 256;  // bytes of a tag at most: a file of tags without ends is not looked through for each of them
    const auto window = std::min(end_ - from, usual);
    if (auto* const first = static_cast<char*>(std::memchr(from, '>', static_cast<std::size_t>(window))); first && is_outside_values(from, first))
      return first;
    char quote = '\0';
    for (; from != end_; ++from) {
      if (quote != '\0') {
        if (*from == quote) quote = '\0';
      } else if (*from == '"' || *from == '\'') {
        quote = *from;
      } else if (*from == '>' || *from == '<') {
        return *from == '>' ? from : end_;
      }
    }
    return end_;
  }

  /// Whether nothing between the two is a tag or an open value; false where that takes a closer look. The loop has no branch, so that compilers
  /// turn it into vector code.
  static bool is_outside_values(const char* from, const char* to) {
    unsigned char odd = 0, other = 0;
    for (; from != to; ++from) {
      odd ^= static_cast<unsigned char>(*from == '"');
      other |= static_cast<unsigned char>((*from == '\'') | (*from == '<'));
    }
    return odd == 0 && other == 0;
  }

  void blank_attributes(char* from) {
    while (from != end_ && *from == ' ') {
      char* const begin = from + 1;
      char* equals = begin;
      while (equals != end_ && *equals != '=' && *equals != '>' && *equals != '<' && *equals != ' ') ++equals;
      if (end_ - equals < 3 || *equals != '=' || (equals[1] != '"' && equals[1] != '\'')) return;
      char* const close = find(equals[1], equals + 2);
      if (close == end_) return;
      const std::string_view name(begin, static_cast<std::size_t>(equals - begin));
      const auto& beginnings = unused_.attribute_beginnings;
      if (std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view one) { return name.starts_with(one); }))
        std::memset(begin, ' ', static_cast<std::size_t>(close + 1 - begin));
      from = at_ = close + 1;
    }
  }

  char* at_;
  char* end_;
  const Unused& unused_;
  const Names leaves_, bearers_;
  std::vector<Stretch> leaf_stretches_;  // the last that began with each leaf
  std::vector<Tag> tags_;                // the last of each bearer
  Stretch* learning_ = nullptr;          // the stretch that ends at learned_to_
  const char* learned_to_ = nullptr;
};

}  // namespace

void blank_unused(Buffer& part, const Unused& unused) { Blanker(part.data.get(), part.data.get() + part.size, unused).run(); }

}  // namespace dovetail
