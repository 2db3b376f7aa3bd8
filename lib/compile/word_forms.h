// Numbers for the spellings of a text's words, in the order in which they are first met. Asked once for every word: it does no more than it must.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace dovetail {

/// Adds to a list of spellings, which nobody else changes meanwhile, and finds them again.
class WordForms {
 public:
  explicit WordForms(std::vector<std::string>& forms) : forms_(forms), slots_(first_size) {}

  /// The number of `word`, not empty, in the list; added where it is new.
  std::uint32_t of(std::string_view word) {
    const std::uint64_t hash = hash_of(word);
    const auto mark = static_cast<std::uint32_t>(hash >> 32U);
    for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      auto& slot = slots_[at];
      if (slot.form == none) return add(slot, mark, word);
      if (slot.mark == mark && forms_[slot.form] == word) return slot.form;
    }
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::size_t first_size = 1024;  // a power of two, always
  struct Slot {
    std::uint32_t mark = 0;  // upper half of the spelling's hash
    std::uint32_t form = none;
  };

  template <class Number>
  static std::uint64_t read(const char* at) {
    Number number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
  }

  static std::uint64_t mixed(std::uint64_t value) {
    value *= 0x9E3779B97F4A7C15U;
    return value ^ (value >> 32U);
  }

  /// All bytes and their number, eight at a time; the last ones may be read twice.
  static std::uint64_t hash_of(std::string_view word) {
    const auto size = word.size();
    const char* const begin = word.data();
    const char* const end = begin + size;
    std::uint64_t hash = mixed(size);
    if (size >= 8) {
      for (const char* at = begin; at + 8 < end; at += 8) hash = mixed(hash ^ read<std::uint64_t>(at));
      return mixed(hash ^ read<std::uint64_t>(end - 8));
    }
    if (size >= 4) return mixed(hash ^ read<std::uint32_t>(begin) ^ (read<std::uint32_t>(end - 4) << 32U));
    return mixed(hash ^ read<std::uint8_t>(begin) ^ (read<std::uint8_t>(begin + size / 2) << 8U) ^ (read<std::uint8_t>(end - 1) << 16U));
  }

  std::uint32_t add(Slot& slot, std::uint32_t mark, std::string_view word) {
    const auto form = static_cast<std::uint32_t>(forms_.size());
    slot = {mark, form};
    forms_.emplace_back(word);
    if (forms_.size() * 2 > slots_.size()) grow();
    return form;
  }

  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (std::size_t form = 0; form < forms_.size(); ++form) {
      const std::uint64_t hash = hash_of(forms_[form]);
      std::size_t at = hash & (larger.size() - 1);
      while (larger[at].form != none) at = (at + 1) & (larger.size() - 1);
      larger[at] = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(form)};
    }
    slots_ = std::move(larger);
  }

  std::vector<std::string>& forms_;
  std::vector<Slot> slots_;
};

}  // namespace dovetail
