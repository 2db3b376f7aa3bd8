// One table with open addressing, one string for all texts: a word costs one look-up and no allocation.
#include "link/numbering.h"

#include <algorithm>
#include <functional>

namespace dovetail {

std::uint32_t Numbering::of(std::string_view text) {
  if (used_ * 2 >= slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
  for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    Slot& slot = slots_[at];
    if (slot.text.begin == free) {
      const auto begin = static_cast<std::uint32_t>(texts_.size());
      texts_ += text;
      slot = {hash, next_++, {begin, static_cast<std::uint32_t>(texts_.size())}};
      ++used_;
      return slot.number;
    }
    if (slot.hash == hash && slice(texts_, slot.text) == text) return slot.number;
  }
}

void Numbering::clear() {
  next_ = 0;
  used_ = 0;
  texts_.clear();
  std::fill(slots_.begin(), slots_.end(), Slot());
}

void Numbering::grow() {
  std::vector<Slot> old(slots_.empty() ? 1024 : slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.text.begin == free) continue;
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].text.begin != free) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

}  // namespace dovetail
