// Numbers of list items as HTML, OpenDocument and Word ask for them.
#include "read/list_number.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/pattern.h"

namespace dovetail {

namespace {

std::string letters(std::int64_t n) {
  std::string text;
  for (; n > 0; n = (n - 1) / 26) text += static_cast<char>('a' + (n - 1) % 26);
  std::reverse(text.begin(), text.end());
  return text;
}

std::string upper_case(std::string text) {
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

std::string lower_roman(std::int64_t n) {
  struct Step {
    int value;
    std::string_view digits;
  };
  constexpr std::array<Step, 13> steps{{{1000, "m"},
                                        {900, "cm"},
                                        {500, "d"},
                                        {400, "cd"},
                                        {100, "c"},
                                        {90, "xc"},
                                        {50, "l"},
                                        {40, "xl"},
                                        {10, "x"},
                                        {9, "ix"},
                                        {5, "v"},
                                        {4, "iv"},
                                        {1, "i"}}};
  std::string text;
  for (const Step& step : steps)
    for (; n >= step.value; n -= step.value) text += step.digits;
  return text;
}

std::string list_number(char kind, std::int64_t n) {
  if (n < 1 || n > 3999) return std::to_string(n);
  switch (kind) {
    case 'a':
      return letters(n);
    case 'A':
      return upper_case(letters(n));
    case 'i':
      return lower_roman(n);
    case 'I':
      return upper_case(lower_roman(n));
    default:
      return std::to_string(n);
  }
}

std::string repeated_letters(std::int64_t n, bool upper) {
  if (n < 1 || n > 780) return std::to_string(n);
  return std::string(static_cast<std::size_t>((n - 1) / 26 + 1), static_cast<char>((upper ? 'A' : 'a') + (n - 1) % 26));
}

bool begins_with_number(std::string_view text) {
  static const Pattern typed = Pattern::literal(
      R"(\(?(?:[0-9]+[A-Z]*(?:\.[0-9]+[A-Z]*)+\.?|[0-9]{1,3}[A-Z]?[.)]|[A-Za-z]\)|\([A-Za-z]{1,4}\)|[ivxlIVXL]{1,7}[.)])(?:\s|\x{A0}|$))");
  return typed.match_at(text, 0).has_value();
}

}  // namespace dovetail
