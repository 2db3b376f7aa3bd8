// A growing sequence of values that are named by Id<T> and never move in meaning: ids stay valid for ever.
#pragma once

#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/id.h"

namespace dovetail {

template <class T>
class Table {
 public:
  /// Appends a value and returns its id.
  Id<T> add(T value) {
    rows_.push_back(std::move(value));
    return Id<T>(static_cast<std::uint32_t>(rows_.size() - 1));
  }

  T& operator[](Id<T> id) {
    assert(id.value < rows_.size());
    return rows_[id.value];
  }
  const T& operator[](Id<T> id) const {
    assert(id.value < rows_.size());
    return rows_[id.value];
  }

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  void reserve(std::size_t n) { rows_.reserve(n); }
  void clear() { rows_.clear(); }

  auto begin() { return rows_.begin(); }
  auto end() { return rows_.end(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  T& back() { return rows_.back(); }
  const T& back() const { return rows_.back(); }

  /// The id of the n-th value; n < size().
  [[nodiscard]] static Id<T> id_at(std::size_t n) { return Id<T>(static_cast<std::uint32_t>(n)); }
  /// The id of the value added last; the table is not empty.
  [[nodiscard]] Id<T> last() const { return id_at(rows_.size() - 1); }

 private:
  std::vector<T> rows_;
};

}  // namespace dovetail
