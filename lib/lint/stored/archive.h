// How values become bytes and come back: archives of cereal with numbers of as few bytes as they need, and a reader that believes nothing.
// Wraps cereal; only the files of this folder name it.
#pragma once

#include <array>
#include <bit>
#include <cereal/cereal.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/rare.h"
#include "base/table.h"

namespace dovetail::stored {

/// Bytes that no Packer wrote. Caught in unit_file.cpp: nobody else sees it.
struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Appends values to a string.
class Packer : public cereal::OutputArchive<Packer, cereal::AllowEmptyClassElision> {
 public:
  explicit Packer(std::string& out) : OutputArchive(this), out_(out) {}

  void number(std::uint64_t value) {  // seven bits a byte, the lowest first
    while (value >= 0x80) {
      out_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    out_ += static_cast<char>(value);
  }
  void bytes(const void* data, std::size_t size) { out_.append(static_cast<const char*>(data), size); }

 private:
  std::string& out_;
};

/// Takes values from bytes. Throws Malformed where they end too early or hold what cannot be, and where they would need more than `budget` bytes.
class Unpacker : public cereal::InputArchive<Unpacker, cereal::AllowEmptyClassElision> {
 public:
  Unpacker(std::string_view in, std::uint64_t budget) : InputArchive(this), in_(in), budget_(budget) {}

  [[nodiscard]] std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (in_.empty()) throw Malformed("it ends too early");
      const auto byte = static_cast<unsigned char>(in_.front());
      in_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    throw Malformed("a number is too long");
  }
  /// How many things follow, each of at least one byte.
  [[nodiscard]] std::size_t count() {
    const auto value = number();
    if (value > in_.size()) throw Malformed("it ends too early");
    return static_cast<std::size_t>(value);
  }
  void bytes(void* data, std::size_t size) {
    if (size > in_.size()) throw Malformed("it ends too early");
    in_.copy(static_cast<char*>(data), size);
    in_.remove_prefix(size);
  }
  /// Says that so many bytes of memory are about to be taken.
  void charge(std::size_t memory) {
    if (memory > budget_) throw Malformed("it would take too much memory");
    budget_ -= memory;
  }
  [[nodiscard]] bool at_end() const { return in_.empty(); }

 private:
  std::string_view in_;
  std::uint64_t budget_;
};

template <class Archive>
inline constexpr bool is_reading = Archive::is_loading::value;

// --- numbers ---

template <class T>
concept Number = std::is_arithmetic_v<T>;

template <Number T>
void save(Packer& archive, const T& value) {
  if constexpr (std::is_floating_point_v<T>)
    archive.number(std::bit_cast<std::uint64_t>(static_cast<double>(value)));
  else if constexpr (std::is_signed_v<T>)  // small ones of either sign are short
    archive.number((static_cast<std::uint64_t>(value) << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0));
  else
    archive.number(value);
}

template <Number T>
void load(Unpacker& archive, T& value) {
  const auto raw = archive.number();
  if constexpr (std::is_floating_point_v<T>) {
    value = static_cast<T>(std::bit_cast<double>(raw));
  } else if constexpr (std::is_same_v<T, bool>) {
    if (raw > 1) throw Malformed("a number is out of range");
    value = raw != 0;
  } else if constexpr (std::is_signed_v<T>) {
    const auto whole = static_cast<std::int64_t>((raw >> 1) ^ (~(raw & 1) + 1));
    if (whole < std::numeric_limits<T>::min() || whole > std::numeric_limits<T>::max()) throw Malformed("a number is out of range");
    value = static_cast<T>(whole);
  } else {
    if (raw > std::numeric_limits<T>::max()) throw Malformed("a number is out of range");
    value = static_cast<T>(raw);
  }
}

// --- what cereal's own types are made of ---

template <class T>
void save(Packer& archive, const cereal::SizeTag<T>& tag) {
  archive.number(tag.size);
}
template <class T>
void load(Unpacker& archive, cereal::SizeTag<T>& tag) {
  tag.size = archive.count();
  archive.charge(tag.size);
}
template <class T>
void save(Packer& archive, const cereal::BinaryData<T>& data) {
  archive.bytes(data.data, static_cast<std::size_t>(data.size));
}
template <class T>
void load(Unpacker& archive, cereal::BinaryData<T>& data) {
  archive.bytes(data.data, static_cast<std::size_t>(data.size));
}
template <class Archive, class T>
void serialize(Archive& archive, cereal::NameValuePair<T>& pair) {
  archive(pair.value);
}

// --- sequences: memory is taken as values come, never for a number that only says how many will ---

template <class T>
void save(Packer& archive, const std::vector<T>& values) {
  archive.number(values.size());
  for (const auto& value : values) archive(value);
}
template <class T>
void load(Unpacker& archive, std::vector<T>& values) {
  const auto count = archive.count();
  values.clear();
  for (std::size_t n = 0; n < count; ++n) {
    archive.charge(sizeof(T));
    archive(values.emplace_back());
  }
}
template <class T>
void save(Packer& archive, const Table<T>& table) {
  archive.number(table.size());
  for (const auto& value : table) archive(value);
}
template <class T>
void load(Unpacker& archive, Table<T>& table) {
  const auto count = archive.count();
  table.clear();
  for (std::size_t n = 0; n < count; ++n) {
    archive.charge(sizeof(T));
    table.add({});
    archive(table.back());
  }
}

template <class T>
void save(Packer& archive, const Rare<T>& value) {
  archive(value.get());
}
template <class T>
void load(Unpacker& archive, Rare<T>& value) {
  T whole;
  archive(whole);
  if (!whole.empty()) archive.charge(sizeof(T));
  value = std::move(whole);
}

// --- members ---

/// The last value of each closed set; a set without one here does not compile.
template <class E>
inline constexpr E last_value = E::no_last_value_is_known;

template <class Archive, class T>
void member(Archive& archive, T& value) {
  if constexpr (std::is_enum_v<T>) {
    auto number = static_cast<std::uint8_t>(value);
    archive(number);
    if constexpr (is_reading<Archive>) {
      if (number > static_cast<std::uint8_t>(last_value<T>)) throw Malformed("a number is out of range");
      value = static_cast<T>(number);
    }
  } else {
    archive(value);
  }
}

/// All members of a value, in their order.
template <class Archive, class... T>
void members(Archive& archive, T&... values) {
  (member(archive, values), ...);
}

}  // namespace dovetail::stored

CEREAL_SETUP_ARCHIVE_TRAITS(dovetail::stored::Unpacker, dovetail::stored::Packer)
