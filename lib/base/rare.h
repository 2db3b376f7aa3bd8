// A member that is nearly always empty, in the room of a pointer: facts are many, and most of what may be said of one is not.
#pragma once

#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

namespace dovetail {

/// Holds a string or a sequence T; reads as a `const T&` does, and copies as T does. Empty values take no memory of their own.
template <class T>
class Rare {
 public:
  Rare() = default;
  Rare(T value) { set(std::move(value)); }
  Rare(const Rare& other) { set(other.get()); }
  Rare(Rare&&) noexcept = default;
  ~Rare() = default;
  Rare& operator=(const Rare& other) {
    if (this != &other) set(other.get());
    return *this;
  }
  Rare& operator=(Rare&&) noexcept = default;
  Rare& operator=(T value) {
    set(std::move(value));
    return *this;
  }

  [[nodiscard]] const T& get() const { return value_ ? *value_ : none; }
  operator const T&() const { return get(); }
  operator std::string_view() const requires std::is_convertible_v<const T&, std::string_view> { return get(); }
  const T& operator*() const { return get(); }
  const T* operator->() const { return &get(); }

  /// The value, to be changed in place.
  [[nodiscard]] T& edit() {
    if (!value_) value_ = std::make_unique<T>();
    return *value_;
  }

  [[nodiscard]] bool empty() const { return !value_ || value_->empty(); }
  auto begin() const { return get().begin(); }
  auto end() const { return get().end(); }

  friend bool operator==(const Rare& a, const Rare& b) { return a.get() == b.get(); }
  template <class Other>
  requires(!std::is_same_v<Other, Rare>) friend bool operator==(const Rare& a, const Other& b) { return a.get() == b; }

 private:
  void set(T value) {
    if (value.empty())
      value_.reset();
    else if (value_)
      *value_ = std::move(value);
    else
      value_ = std::make_unique<T>(std::move(value));
  }

  inline static const T none{};
  std::unique_ptr<T> value_;
};

}  // namespace dovetail
