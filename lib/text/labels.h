// Numbers of provisions as they are written: "3.2.1A", "K5.4", "(a)", "(iv)", and which of them follow one another.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace dovetail {

/// decimal: 3, 3.2.1A, K5.4, CC.6.1. item: a letter, roman number or figure in brackets, or followed by one.
enum class NumberShape : std::uint8_t { decimal, item };

struct WrittenNumber {
  NumberShape shape = NumberShape::decimal;
  std::string number;  // without a trailing full stop: "3.2.1A"; items with both brackets: "(a)"
  Span span;           // in the text it was read from, trailing full stop or bracket included
};

/// Reads a number that begins exactly at `at`: a decimal with optional letters in front ("K5.4", "CC.6.1") and behind each part ("1.2.1A"), or an
/// item "(a)", "a)", "(12)", "(A)". Nothing where none stands there, or where a letter or digit follows it at once.
std::optional<WrittenNumber> read_number(std::string_view text, std::size_t at);

/// The parts of a decimal number: "K5.4A" is {"K5", "4A"}.
std::vector<std::string> parts_of(std::string_view decimal);

/// How an item's label counts.
enum class Counting : std::uint8_t { lower_letter, upper_letter, lower_roman, upper_roman, figure };

struct ItemValue {
  Counting counting = Counting::lower_letter;
  std::uint32_t value = 0;  // from 1; "aa" is 27 when letters run on
  bool doubled = false;     // "aa", "bb": also an item put in between
  friend bool operator==(const ItemValue&, const ItemValue&) = default;
};

/// The few values that one label can have, in place: labels are read over and over.
class ItemValues {
 public:
  ItemValues() = default;
  ItemValues(std::initializer_list<ItemValue> values) {
    for (const auto& value : values) add(value);
  }
  void add(const ItemValue& value) { values_.at(size_++) = value; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const ItemValue& front() const { return values_.front(); }
  [[nodiscard]] const ItemValue* begin() const { return values_.data(); }
  [[nodiscard]] const ItemValue* end() const { return values_.data() + size_; }
  friend bool operator==(const ItemValues& a, const ItemValues& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

 private:
  std::array<ItemValue, 2> values_{};  // a letter and a roman number
  std::size_t size_ = 0;
};

/// What the inside of an item's brackets can mean: "i" is letter 9 and roman 1. Empty for what counts nothing.
ItemValues values_of(std::string_view inside);

/// The number of a roman numeral in its shortest form ("iv", "XII"), up to 399; nothing for other text.
std::optional<std::uint32_t> roman_value(std::string_view text);

/// The value of the leading figure of one part of a decimal, and the letters behind it: "12A" is {12, "A"}; "K5" is {5, ""} (letters in front are
/// dropped).
struct PartValue {
  std::uint32_t figure = 0;
  std::string letters;
};
PartValue value_of_part(std::string_view part);

}  // namespace dovetail
