// Reads numbers by hand: they are short, everywhere, and read before anything else.
#include "text/labels.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

char at_or_nul(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

/// Behind the letters in front of a decimal: "K" of K5.4, "CC." of CC.6.1, "CC.A." of CC.A.6.2; `at` where there are none.
std::size_t skip_letters(std::string_view text, std::size_t at) {
  std::size_t i = at;
  while (i - at < 4 && is_upper(at_or_nul(text, i))) ++i;
  if (i > at && at_or_nul(text, i) == '.' && is_upper(at_or_nul(text, i + 1)) && at_or_nul(text, i + 2) == '.') i += 2;
  if (i > at && at_or_nul(text, i) == '.' && is_digit(at_or_nul(text, i + 1))) return i + 1;
  return i - at > 3 ? at : i;
}

std::optional<WrittenNumber> read_decimal(std::string_view text, std::size_t at) {
  std::size_t i = skip_letters(text, at);
  std::size_t end = at;
  while (is_digit(at_or_nul(text, i))) {
    const std::size_t digits = i;
    while (is_digit(at_or_nul(text, i))) ++i;
    if (i - digits > 4) return std::nullopt;
    const std::size_t letters = i;
    while (i - letters < 2 && is_upper(at_or_nul(text, i))) ++i;
    if (!at_word_edge(text, i)) {
      i = letters;
      if (!at_word_edge(text, i)) return std::nullopt;
    }
    end = i;
    if (at_or_nul(text, i) != '.' || !is_digit(at_or_nul(text, i + 1))) break;
    ++i;
  }
  if (end == at) return std::nullopt;
  WrittenNumber number{
      NumberShape::decimal, std::string(text.substr(at, end - at)), {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
  if (at_or_nul(text, end) == '.' && !is_digit(at_or_nul(text, end + 1))) ++number.span.end;
  return number;
}

std::optional<WrittenNumber> read_item(std::string_view text, std::size_t at) {
  std::size_t i = at;
  const bool opened = at_or_nul(text, i) == '(';
  if (opened) ++i;
  const std::size_t inside = i;
  const auto same_kind = [&](auto is) {
    while (is(at_or_nul(text, i))) ++i;
  };
  if (is_lower(at_or_nul(text, i)))
    same_kind(is_lower);
  else if (is_upper(at_or_nul(text, i)))
    same_kind(is_upper);
  else {
    same_kind(is_digit);
    for (int n = 0; n < 2 && i > inside && is_upper(at_or_nul(text, i)); ++n) ++i;  // (1A), (6AA)
  }
  if (i == inside || i - inside > 6) return std::nullopt;
  if (at_or_nul(text, i) != ')') return std::nullopt;
  const auto name = text.substr(inside, i - inside);
  if (values_of(name).empty()) return std::nullopt;
  return WrittenNumber{NumberShape::item, "(" + std::string(name) + ")", {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(i + 1)}};
}

/// Of letters that are all small or all capitals.
std::uint32_t letters_value(std::string_view letters, bool& doubled) {
  const auto place = [](char c) { return static_cast<std::uint32_t>(c - (is_upper(c) ? 'A' : 'a')) + 1; };
  doubled = letters.size() > 1 && std::all_of(letters.begin(), letters.end(), [&](char c) { return c == letters.front(); });
  if (letters.size() == 1) return place(letters.front());
  // Word writes aa, bb after z (ECMA-376-1 17.18.59, lowerLetter); a drafter also aa, ab.
  if (doubled) return 26 * static_cast<std::uint32_t>(letters.size() - 1) + place(letters.front());
  if (letters.size() == 2) return 26 * place(letters[0]) + place(letters[1]);
  return 0;
}

}  // namespace

std::optional<WrittenNumber> read_number(std::string_view text, std::size_t at) {
  if (auto decimal = read_decimal(text, at)) {
    if (at_or_nul(text, decimal->span.end) != ')') return decimal;
    if (decimal->number.find('.') != std::string::npos && is_digit(decimal->number.front())) return ++decimal->span.end, decimal;  // "1.1)"
  }
  return read_item(text, at);
}

std::vector<std::string> parts_of(std::string_view decimal) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= decimal.size();) {
    const auto dot = std::min(decimal.find('.', begin), decimal.size());
    parts.emplace_back(decimal.substr(begin, dot - begin));
    begin = dot + 1;
  }
  return parts;
}

std::optional<std::uint32_t> roman_value(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  const auto is_sign = [](char c) { return c == 'i' || c == 'v' || c == 'x' || c == 'l' || c == 'c'; };
  std::array<char, 9> letters{};  // lower case
  for (std::size_t n = 0; n < text.size(); ++n) {
    letters[n] = to_lower(text[n]);
    if (!is_sign(letters[n])) return std::nullopt;
  }
  struct Step {
    std::uint32_t value;
    std::string_view letters;
  };
  static constexpr std::array<Step, 9> steps{{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};
  std::uint32_t value = 0;
  std::string_view rest(letters.data(), text.size());
  for (const auto& [step, sign] : steps) {
    const std::size_t most = sign.size() == 1 && (step == 100 || step == 10 || step == 1) ? 3 : 1;
    const auto follows = [&, sign = sign] {
      return rest.size() >= sign.size() && rest.front() == sign.front() && (sign.size() == 1 || rest[1] == sign[1]);
    };
    for (std::size_t n = 0; n < most && follows(); ++n) {
      value += step;
      rest.remove_prefix(sign.size());
    }
  }
  if (!rest.empty() || value == 0) return std::nullopt;
  return value;
}

ItemValues values_of(std::string_view inside) {
  ItemValues values;
  if (inside.empty()) return values;
  if (is_digit(inside.front())) {
    const auto [figure, letters] = value_of_part(inside);
    if (figure > 0 && figure < 1000) values.add({Counting::figure, figure, !letters.empty()});
    return values;
  }
  const bool lower = std::all_of(inside.begin(), inside.end(), is_lower);
  const bool upper = std::all_of(inside.begin(), inside.end(), is_upper);
  if (!lower && !upper) return values;
  bool doubled = false;
  const auto letters = inside.size() <= 3 ? letters_value(inside, doubled) : 0;
  if (letters > 0 && (inside.size() == 1 || doubled || inside.size() == 2))
    values.add({lower ? Counting::lower_letter : Counting::upper_letter, letters, doubled});
  if (const auto roman = roman_value(inside)) values.add({lower ? Counting::lower_roman : Counting::upper_roman, *roman, false});
  return values;
}

PartValue value_of_part(std::string_view part) {
  PartValue value;
  while (!part.empty() && is_upper(part.front())) part.remove_prefix(1);
  while (!part.empty() && is_digit(part.front())) {
    value.figure = std::min<std::uint32_t>(value.figure, 100000) * 10 + static_cast<std::uint32_t>(part.front() - '0');
    part.remove_prefix(1);
  }
  value.letters = part;
  return value;
}

}  // namespace dovetail
