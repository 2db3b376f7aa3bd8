// Looking a value up in a small table.
#pragma once

#include <algorithm>

namespace dovetail {

/// Whether one of the elements of `table` equals `value`. For tables so small that looking at each is the fastest.
template <class Table, class Value>
[[nodiscard]] bool holds(const Table& table, const Value& value) {
  return std::find(table.begin(), table.end(), value) != table.end();
}

}  // namespace dovetail
