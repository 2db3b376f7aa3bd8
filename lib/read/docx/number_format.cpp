// Writing numbers the way Word's automatic numbering does.
#include "read/docx/number_format.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/list_number.h"
#include "text/unicode.h"

namespace dovetail::docx {
namespace {

constexpr std::int64_t largest_roman = 32767;  // Word's own limit of list numbers

std::string roman(std::int64_t value) { return value <= 0 || value > largest_roman ? std::to_string(value) : lower_roman(value); }

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string ordinal(std::int64_t value) {
  const auto tens = value % 100, ones = value % 10;
  const bool teens = tens >= 11 && tens <= 13;
  return std::to_string(value) + (teens ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
}

constexpr std::array<std::string_view, 20> small{"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                                                 "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                                 "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> tens_words{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

std::string words_below_thousand(std::int64_t value) {
  std::string result;
  if (value >= 100) result = std::string(small[static_cast<std::size_t>(value / 100)]) + " hundred";
  const auto rest = value % 100;
  if (rest == 0 && !result.empty()) return result;
  if (!result.empty()) result += ' ';
  if (rest < 20) return result + std::string(small[static_cast<std::size_t>(rest)]);
  result += tens_words[static_cast<std::size_t>(rest / 10)];
  if (rest % 10 != 0) result.append(1, '-').append(small[static_cast<std::size_t>(rest % 10)]);
  return result;
}

std::string cardinal(std::int64_t value) {
  if (value < 0 || value >= 1000000) return std::to_string(value);
  if (value < 1000) return words_below_thousand(value);
  return words_below_thousand(value / 1000) + (value % 1000 != 0 ? " thousand " + words_below_thousand(value % 1000) : " thousand");
}

std::string ordinal_of_words(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> odd{
      {{"one", "first"}, {"two", "second"}, {"three", "third"}, {"five", "fifth"}, {"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}}};
  const auto last = text.find_last_of(" -");
  const std::string_view word = std::string_view(text).substr(last == std::string::npos ? 0 : last + 1);
  for (const auto& [plain, ordered] : odd)
    if (word == plain) return text.substr(0, text.size() - word.size()) + std::string(ordered);
  if (text.back() == 'y') return text.substr(0, text.size() - 1) + "ieth";
  return text + "th";
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string hexadecimal(std::int64_t value) {
  if (value < 0) return std::to_string(value);
  std::string result;
  do result.insert(result.begin(), "0123456789ABCDEF"[value % 16]);
  while ((value /= 16) > 0);
  return result;
}

/// *, †, ‡, §, then each twice, and so on.
std::string chicago(std::int64_t value) {
  constexpr std::array<std::string_view, 4> marks{"*", "†", "‡", "§"};
  if (value <= 0 || value > 400) return std::to_string(value);
  std::string result;
  for (std::int64_t i = 0; i <= (value - 1) / 4; ++i) result += marks[static_cast<std::size_t>((value - 1) % 4)];
  return result;
}

/// One of the twenty enclosed numbers that begin at `first`.
std::string enclosed(std::int64_t value, char32_t first) {
  if (value < 1 || value > 20) return std::to_string(value);
  std::string result;
  append_character(result, first + static_cast<char32_t>(value - 1));
  return result;
}

std::string full_width(std::int64_t value) {
  std::string result;
  for (const char c : std::to_string(value)) append_character(result, c == '-' ? U'-' : U'０' + static_cast<char32_t>(c - '0'));
  return result;
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  if (value < 0) digits.insert(digits.begin(), '-');
  return digits;
}

}  // namespace

NumberFormat number_format(std::string_view name, std::string_view custom, std::uint8_t& width) {
  constexpr std::array<std::pair<std::string_view, NumberFormat>, 20> names{{{"decimal", NumberFormat::decimal},
                                                                             {"decimalZero", NumberFormat::decimal_zero},
                                                                             {"upperRoman", NumberFormat::upper_roman},
                                                                             {"lowerRoman", NumberFormat::lower_roman},
                                                                             {"upperLetter", NumberFormat::upper_letter},
                                                                             {"lowerLetter", NumberFormat::lower_letter},
                                                                             {"ordinal", NumberFormat::ordinal},
                                                                             {"cardinalText", NumberFormat::cardinal_text},
                                                                             {"ordinalText", NumberFormat::ordinal_text},
                                                                             {"bullet", NumberFormat::bullet},
                                                                             {"none", NumberFormat::none},
                                                                             {"numberInDash", NumberFormat::number_in_dash},
                                                                             {"hex", NumberFormat::hexadecimal},
                                                                             {"chicago", NumberFormat::chicago},
                                                                             {"decimalEnclosedCircle", NumberFormat::enclosed_circle},
                                                                             {"decimalEnclosedParen", NumberFormat::enclosed_parentheses},
                                                                             {"decimalEnclosedFullstop", NumberFormat::enclosed_full_stop},
                                                                             {"decimalFullWidth", NumberFormat::full_width},
                                                                             {"decimalFullWidth2", NumberFormat::full_width},
                                                                             {"decimalEnclosedCircleChinese", NumberFormat::enclosed_circle}}};
  if (name == "custom") {
    const auto digits = custom.find_first_not_of("0123456789");
    const std::size_t count = digits == std::string_view::npos ? custom.size() : digits;
    width = static_cast<std::uint8_t>(std::min<std::size_t>(count, 20));
    return count > 1 ? NumberFormat::padded : NumberFormat::decimal;
  }
  for (const auto& [known, format] : names)
    if (known == name) return format;
  return NumberFormat::decimal;
}

std::string write_number(std::int64_t value, NumberFormat format, std::uint8_t width) {
  switch (format) {
    case NumberFormat::decimal:
      return std::to_string(value);
    case NumberFormat::decimal_zero:
      return padded(value, 2);
    case NumberFormat::padded:
      return padded(value, width);
    case NumberFormat::upper_roman:
      return upper(roman(value));
    case NumberFormat::lower_roman:
      return roman(value);
    case NumberFormat::upper_letter:
      return repeated_letters(value, true);
    case NumberFormat::lower_letter:
      return repeated_letters(value, false);
    case NumberFormat::ordinal:
      return ordinal(value);
    case NumberFormat::cardinal_text:
      return capitalised(cardinal(value));
    case NumberFormat::ordinal_text:
      return capitalised(ordinal_of_words(cardinal(value)));
    case NumberFormat::number_in_dash:
      return std::string("- ").append(std::to_string(value)).append(" -");
    case NumberFormat::hexadecimal:
      return hexadecimal(value);
    case NumberFormat::chicago:
      return chicago(value);
    case NumberFormat::enclosed_circle:
      return enclosed(value, U'①');
    case NumberFormat::enclosed_parentheses:
      return enclosed(value, U'⑴');
    case NumberFormat::enclosed_full_stop:
      return enclosed(value, U'⒈');
    case NumberFormat::full_width:
      return full_width(value);
    case NumberFormat::bullet:
    case NumberFormat::none:
      return {};
  }
  return {};
}

}  // namespace dovetail::docx
