// Looking a value up in a small table.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace dovetail {

/// Whether one of the elements of `table` equals `value`. For tables so small that looking at each is the fastest.
template <class Table, class Value>
[[nodiscard]] bool holds(const Table& table, const Value& value) {
  return std::find(table.begin(), table.end(), value) != table.end();
}

/// The same for a few words written where they are asked for.
[[nodiscard]] inline bool holds(std::initializer_list<std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace dovetail
