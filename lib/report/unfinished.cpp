// Names stand in memory of their own that is never given back, so that a signal may come at any moment.
#include "report/unfinished.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <ctime>

namespace dovetail {
namespace {

struct Slot {
  std::atomic<bool> taken = false, named = false;
  std::array<char, PATH_MAX> name{};
};

// As many as threads write at once, as a rule; what finds no slot is removed by its writer alone.
std::array<Slot, 64> slots;

// The process is about to end: nobody begins a file any more.
std::atomic<bool> ending = false;

void begin_nothing_more() {
  while (ending) ::pause();  // the thread that ends the process does not come here
}

void remove_named() {
  for (auto& slot : slots)
    if (slot.named) ::unlink(slot.name.data());
}

}  // namespace

Unfinished::Unfinished(const std::string& path) : slot_(slots.size()) {
  if (path.size() >= PATH_MAX) return;
  for (std::size_t n = 0; n < slots.size(); ++n) {
    auto& slot = slots[n];
    if (slot.taken.exchange(true)) continue;
    slot_ = n;
    path.copy(slot.name.data(), path.size());
    slot.name[path.size()] = '\0';
    slot.named = true;
    begin_nothing_more();
    return;
  }
}

Unfinished::~Unfinished() {
  if (slot_ == slots.size()) return;
  slots[slot_].named = false;
  slots[slot_].taken = false;
}

void remove_unfinished_files() {
  ending = true;
  remove_named();
  const timespec moment{0, 2'000'000};  // a thread that had asked before may be creating its file just now
  ::nanosleep(&moment, nullptr);
  remove_named();
}

}  // namespace dovetail
