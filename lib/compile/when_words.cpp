// The small words of time limits: tokens, numbers, units and times of day.
#include "compile/when_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::array<std::string_view, 32> number_words{
    "zero",        "one",         "two",        "three",        "four",         "five",        "six",        "seven",
    "eight",       "nine",        "ten",        "eleven",       "twelve",       "thirteen",    "fourteen",   "fifteen",
    "sixteen",     "seventeen",   "eighteen",   "nineteen",     "twenty",       "twenty-one",  "twenty-two", "twenty-three",
    "twenty-four", "twenty-five", "twenty-six", "twenty-seven", "twenty-eight", "twenty-nine", "thirty",     "thirty-one"};
constexpr std::array<std::pair<std::string_view, double>, 6> large_number_words{
    {{"forty", 40}, {"forty-eight", 48}, {"sixty", 60}, {"ninety", 90}, {"fifty", 50}, {"seventy-two", 72}}};
constexpr std::array<std::string_view, 16> ordinal_words{"zeroth", "first", "second", "third",    "fourth",  "fifth",      "sixth",      "seventh",
                                                         "eighth", "ninth", "tenth",  "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"};

std::optional<double> number_word(std::string_view folded) {
  for (std::size_t n = 0; n < number_words.size(); ++n)
    if (number_words[n] == folded) return static_cast<double>(n);
  for (const auto& [word, value] : large_number_words)
    if (word == folded) return value;
  return std::nullopt;
}

// What a token can be, longest first. Words may hold full stops between letters ("p.m.") and apostrophes.
struct Shapes {
  Pattern message = Pattern::literal("(?:(?:IF|PUB)-?[0-9]{3}[A-Z]?|X?BP-?[0-9]{2,4}\\.[0-9]{2,4}|[A-Z]{2,5}-I[0-9]{3}|[DP][0-9]{4})");
  Pattern label = Pattern::literal("[A-Z]{0,2}[0-9]+(?:\\.[0-9]+[A-Z]?){2,}(?:\\([a-z0-9]{1,4}\\))*|[A-Z]?[0-9]+\\.[0-9]+(?:\\([a-z0-9]{1,4}\\))+");
  Pattern time = Pattern::literal("[0-9]{1,2}[:.][0-9]{2}");
  Pattern number = Pattern::literal("[0-9]+(?:\\.[0-9]+)?");
  Pattern word = Pattern::literal("(?:[ap]\\.m\\.?|\\pL[\\pL\\pM']*)", true);
  Pattern number_words =
      Pattern::literal("(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)", true);
};

const Shapes& shapes() {
  static const Shapes all;
  return all;
}

void add(std::vector<WhenToken>& tokens, WhenTokenKind kind, std::string_view text) { tokens.push_back({kind, std::string(text), fold(text)}); }

// The length of a match at `at` that ends at a word edge, or 0.
std::size_t length_at(const Pattern& pattern, std::string_view text, std::size_t at, bool edge) {
  const auto match = pattern.match_at(text, at);
  if (!match || match->span.empty()) return 0;
  if (edge && !at_word_edge(text, match->span.end)) return 0;
  return match->span.size();
}

}  // namespace

std::vector<WhenToken> when_tokens(std::string_view text) {
  std::vector<WhenToken> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char c = static_cast<unsigned char>(text[at]);
    if (c <= ' ') {
      ++at;
      continue;
    }
    const auto take = [&](const Pattern& pattern, WhenTokenKind kind, bool edge) {
      const std::size_t length = length_at(pattern, text, at, edge);
      if (length > 0) add(tokens, kind, text.substr(at, length));
      at += length;
      return length > 0;
    };
    const bool edge = at_word_edge(text, at);
    const std::size_t id = edge ? id_length_at(text, at) : 0;  // of whatever design was read
    if (id > 0) {
      add(tokens, WhenTokenKind::message, text.substr(at, id));
      at += id;
      continue;
    }
    if (edge && (take(shapes().message, WhenTokenKind::message, true) || take(shapes().label, WhenTokenKind::label, true) ||
                 take(shapes().number_words, WhenTokenKind::word, true)))
      continue;
    const std::size_t time = length_at(shapes().time, text, at, false);
    const bool more_digits = time > 0 && at + time < text.size() && text[at + time] >= '0' && text[at + time] <= '9';
    if ((!more_digits && take(shapes().time, WhenTokenKind::number, false)) || take(shapes().number, WhenTokenKind::number, false) ||
        take(shapes().word, WhenTokenKind::word, false))
      continue;
    std::size_t next = at;
    const char32_t character = next_character(text, next);
    const bool dash = character == U'-' || (character >= 0x2010 && character <= 0x2015) || character == 0x2212;
    add(tokens, WhenTokenKind::symbol, dash ? "-" : text.substr(at, next - at));
    at = next;
  }
  return tokens;
}

// Where a footnote's mark begins that is typed behind the words; the end of the text where none is.
static std::size_t mark_in(std::string_view text) {
  static const Pattern mark = Pattern::literal("(?:[*†‡§¹²³⁰⁴-⁹]+|(?:[\\pL)][.;:]?)(\\[[0-9]{1,2}\\])|[\\pL)][.;:]([0-9]{1,2}))$");
  const auto match = mark.find(text);
  if (!match) return text.size();
  // "within 2 hours of HAR.2": the figure is the id's.
  std::size_t word = text.rfind(' ');
  word = word == std::string_view::npos ? 0 : word + 1;
  if (word < text.size() && at_word_edge(text, word) && word + id_length_at(text, word) == text.size()) return text.size();
  for (const auto& group : match->groups)
    if (group) return group->begin;
  return match->span.begin;
}

std::vector<WhenToken> limit_tokens(std::string_view text, std::string* mark) {
  const std::string whole = normalise(trim(text));
  const std::size_t end = mark_in(whole);
  if (mark != nullptr) *mark = whole.substr(end);
  std::vector<WhenToken> tokens = when_tokens(std::string_view(whole).substr(0, end));
  while (!tokens.empty() && (tokens.back().text == "." || tokens.back().text == ";")) tokens.pop_back();
  return tokens;
}

std::optional<Read<double>> read_quantity(const std::vector<WhenToken>& tokens, std::size_t at) {
  if (at >= tokens.size()) return std::nullopt;
  Read<double> read;
  if (tokens[at].kind == WhenTokenKind::number && tokens[at].text.find(':') == std::string::npos) {
    read = {std::strtod(tokens[at].text.c_str(), nullptr), 1};
  } else if (const auto value = number_word(tokens[at].folded)) {
    read = {*value, 1};
  } else if (tokens[at].folded == "a" || tokens[at].folded == "an") {
    return Read<double>{1, 1};
  } else {
    return std::nullopt;
  }
  if (at + 3 < tokens.size() && tokens[at + 1].text == "(" && tokens[at + 3].text == ")") {
    const auto again = read_quantity({tokens[at + 2]}, 0);
    if (again && again->value != read.value) return std::nullopt;
    if (again) read.tokens = 4;
  }
  return read;
}

std::optional<Read<TimeUnit>> read_unit(const std::vector<WhenToken>& tokens, std::size_t at) {
  if (at >= tokens.size()) return std::nullopt;
  const auto singular = [](std::string_view word) {
    if (word.size() > 2 && word.ends_with("'")) word.remove_suffix(1);
    if (word.size() > 2 && word.ends_with("s")) word.remove_suffix(1);
    if (word.size() > 2 && word.ends_with("'")) word.remove_suffix(1);
    return word;
  };
  static constexpr std::array<std::pair<std::string_view, TimeUnit>, 13> single{{{"wd", TimeUnit::working_day},
                                                                                 {"wk", TimeUnit::week},
                                                                                 {"bd", TimeUnit::working_day},
                                                                                 {"cd", TimeUnit::calendar_day},
                                                                                 {"min", TimeUnit::minute},
                                                                                 {"minute", TimeUnit::minute},
                                                                                 {"hr", TimeUnit::hour},
                                                                                 {"h", TimeUnit::hour},
                                                                                 {"hour", TimeUnit::hour},
                                                                                 {"day", TimeUnit::day},
                                                                                 {"week", TimeUnit::week},
                                                                                 {"month", TimeUnit::month},
                                                                                 {"year", TimeUnit::year}}};
  std::size_t first = at;
  if (tokens[first].text == "-" && first + 1 < tokens.size()) ++first;  // "24-hour"
  const std::string_view word = singular(tokens[first].folded);         // "busines": one s is gone
  const bool day_follows = first + 1 < tokens.size() && singular(tokens[first + 1].folded) == "day";
  const auto read = [&](TimeUnit unit, std::size_t count) {
    const std::size_t next = first + count;  // "Working Day(s)"
    const bool bracket = next + 2 < tokens.size() && tokens[next].text == "(" && tokens[next + 1].folded == "s" && tokens[next + 2].text == ")";
    return Read<TimeUnit>{unit, next - at + (bracket ? 3 : 0)};
  };
  if (day_follows && (word == "working" || word == "busines")) return read(TimeUnit::working_day, 2);
  if (day_follows && word == "calendar") return read(TimeUnit::calendar_day, 2);
  const bool month_follows = first + 1 < tokens.size() && singular(tokens[first + 1].folded) == "month";
  if (month_follows && word == "calendar") return read(TimeUnit::month, 2);
  for (const auto& [name, unit] : single)
    if (name == word) return read(unit, 1);
  return std::nullopt;
}

std::optional<Read<std::uint16_t>> read_time_of_day(const std::vector<WhenToken>& tokens, std::size_t at) {
  if (at >= tokens.size()) return std::nullopt;
  if (tokens[at].folded == "noon" || tokens[at].folded == "midday") return Read<std::uint16_t>{720, 1};
  if (tokens[at].folded == "midnight") return Read<std::uint16_t>{1440, 1};
  if (tokens[at].kind != WhenTokenKind::number) return std::nullopt;
  const std::string& text = tokens[at].text;
  const std::size_t point = text.find_first_of(":.");
  std::size_t taken = 1;
  unsigned long hour = std::strtoul(text.c_str(), nullptr, 10);
  unsigned long minute = point == std::string::npos ? 0 : std::strtoul(text.c_str() + point + 1, nullptr, 10);
  const std::string_view next = at + 1 < tokens.size() ? std::string_view(tokens[at + 1].folded) : std::string_view();
  const bool morning = next == "am" || next == "a.m." || next == "a.m";
  const bool evening = next == "pm" || next == "p.m." || next == "p.m";
  if (morning || evening) {
    if (hour < 1 || hour > 12) return std::nullopt;
    const unsigned long of_day = (hour % 12 + (evening ? 12 : 0)) * 60 + minute;
    return Read<std::uint16_t>{static_cast<std::uint16_t>(of_day), 2};
  }
  const bool hours = next == "hours" || next == "hrs";
  const bool on = next == "on" && tokens[at].text.size() >= 4;  // "1700 on SSD", "17.00 on SSD"
  const bool clock = text.find(':') != std::string::npos || (on && point != std::string::npos && text.size() - point == 3);
  const bool four_digits = (hours || on) && point == std::string::npos && text.size() == 4;  // "1700 hours"
  if (!clock && !four_digits) return std::nullopt;
  if (hours) ++taken;
  if (four_digits) {
    minute = hour % 100;
    hour /= 100;
  }
  if (minute > 59 || hour * 60 + minute > 1440) return std::nullopt;
  return Read<std::uint16_t>{static_cast<std::uint16_t>(hour * 60 + minute), taken};
}

std::optional<double> ordinal(std::string_view folded) {
  for (std::size_t n = 1; n < ordinal_words.size(); ++n)
    if (ordinal_words[n] == folded) return static_cast<double>(n);
  return std::nullopt;
}

bool says_number(const WhenToken& token) {
  if (token.kind == WhenTokenKind::number) return true;
  if (token.folded == "one") return false;
  return number_word(token.folded).has_value() || (ordinal(token.folded).has_value() && token.folded != "second");
}

}  // namespace dovetail
