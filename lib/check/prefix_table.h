// Letters in a row against many strings at once: whether any goes on like this, at the price of one look however many there are.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dovetail {

/// A number for letters, which can be put together: the number of "ab" out of those of "a" and "b" (a polynomial modulo 2^64).
struct LettersHash {
  std::uint64_t value = 0;
  std::uint64_t power = 1;  // what a number before it is multiplied with

  LettersHash() = default;
  explicit LettersHash(std::string_view letters) {
    for (const char c : letters) *this = *this + LettersHash(c);
  }
  friend LettersHash operator+(LettersHash a, LettersHash b) {
    a.value = a.value * b.power + b.value;
    a.power *= b.power;
    return a;
  }

 private:
  static constexpr std::uint64_t base = 0x9E3779B97F4A7C15U;
  explicit LettersHash(char c) : value(static_cast<unsigned char>(c) + std::uint64_t{1}), power(base) {}
};

/// All beginnings of some strings, by their numbers. Two beginnings may have one number, if hardly ever: what is found has to be looked at.
class PrefixTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// Adds the beginnings of `letters`; the whole is found as `index`, or as what was added first with the same letters.
  void add(std::string_view letters, std::uint32_t index) {
    LettersHash hash;
    for (std::size_t n = 0; n < letters.size(); ++n) {
      hash = hash + LettersHash(letters.substr(n, 1));
      if (count_ * 2 >= slots_.size()) grow();
      auto& slot = slots_[place_of(hash.value)];
      if (!slot.used) slot = {hash.value, none, true}, ++count_;
      if (n + 1 == letters.size() && slot.whole == none) slot.whole = index;
    }
  }

  /// What is added with these letters: its index, `none` where they are only a beginning; nothing where they are not even that.
  [[nodiscard]] std::optional<std::uint32_t> find(LettersHash hash) const {
    if (slots_.empty()) return std::nullopt;
    const auto& slot = slots_[place_of(hash.value)];
    return slot.used ? std::optional(slot.whole) : std::nullopt;
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t whole = none;
    bool used = false;
  };

  /// Of the slot with this number, or of the free one that it would have.
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const {
    const auto mask = slots_.size() - 1;  // their number is a power of two
    auto at = (hash ^ (hash >> 29U)) & mask;
    while (slots_[at].used && slots_[at].hash != hash) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    auto old = std::move(slots_);
    slots_.assign(old.empty() ? 1024 : old.size() * 2, {});
    for (const auto& slot : old)
      if (slot.used) slots_[place_of(slot.hash)] = slot;
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

}  // namespace dovetail
