// Which list an item's label continues: the list-stack rule. "(i)" is a letter after (h) and roman under "the following:".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/labels.h"

namespace dovetail {

/// What is known of an item when its label is read.
struct ItemSight {
  std::string label;       // "(i)"
  std::int32_t list = -1;  // automatic numbering: its list and level; -1 when typed
  std::int32_t level = -1;
  bool after_colon = false;  // the text before it ends with a colon or a dash
  bool after_tail = false;   // unnumbered text stands between it and the item before
  std::string next;          // the label of the next item of the same provision, for a look ahead; empty for none
  bool roman_outer = false;  // the profile says that (i) stands above (a) here
};

struct OpenList {
  ItemValue last;        // the label read last, as this list counts
  std::uint32_t id = 0;  // its number in the document, from 1
  std::int32_t list = -1, level = -1;
  std::size_t item = 0;  // the caller's index of the item read last
};

class ListStack {
 public:
  /// Places a label: afterwards open().back() is the list it belongs to, with `last` set and lists deeper than it closed.
  void place(const ItemSight& sight, std::size_t item);
  /// A new provision begins: no list is open.
  void clear() { open_.clear(); }
  /// A quotation is over: the lists that were open before it go on.
  void reopen(std::vector<OpenList> open) { open_ = std::move(open); }
  [[nodiscard]] const std::vector<OpenList>& open() const { return open_; }

 private:
  bool continue_automatic(const ItemSight& sight, const ItemValues& values);
  bool continue_typed(const ItemSight& sight, const ItemValues& values);
  bool continue_broken(const ItemSight& sight, const ItemValues& values);
  void begin(const ItemSight& sight, const ItemValues& values);

  std::vector<OpenList> open_;
  std::uint32_t next_id_ = 1;
};

}  // namespace dovetail
