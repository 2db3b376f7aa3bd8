// The small words of time limits: tokens, numbers, units and times of day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/when.h"

namespace dovetail {

enum class WhenTokenKind : std::uint8_t { word, number, label, message, symbol };

/// label: a dotted number ("3.1.2", "3.1.2(a)"). message: an interface, flow or process step id ("IF-901", "BP901.030"). number: digits only, or
/// digits with one point.
struct WhenToken {
  WhenTokenKind kind = WhenTokenKind::word;
  std::string text;  // as written
  std::string folded;
};

/// Splits normalised text. "5WD" and "5pm" are two tokens, "SF-2" three, "IF-901" one; dashes of any length are "-".
std::vector<WhenToken> when_tokens(std::string_view text);

/// The tokens of any text, without the stops at its end and without a footnote's mark behind them, which goes to `mark`: "As required.8",
/// "As required*", a raised figure, "[8]".
std::vector<WhenToken> limit_tokens(std::string_view text, std::string* mark = nullptr);

/// Where a phrase was read: how many tokens it took.
template <class T>
struct Read {
  T value{};
  std::size_t tokens = 0;
};

/// "three", "3", "five (5)", "an"; nothing where words and digits disagree.
std::optional<Read<double>> read_quantity(const std::vector<WhenToken>& tokens, std::size_t at);
/// "WD", "Working Days", "hours"; singular and plural, any case.
std::optional<Read<TimeUnit>> read_unit(const std::vector<WhenToken>& tokens, std::size_t at);
/// "17:00", "5 pm", "5.00 p.m.", "17:00 hours", "noon", "midnight" (the end of the day): minutes since the day began.
std::optional<Read<std::uint16_t>> read_time_of_day(const std::vector<WhenToken>& tokens, std::size_t at);
/// "third", "5th".
std::optional<double> ordinal(std::string_view folded);
/// Whether a token is a number or a number word, so that words around it must not be taken for a name. "one" and "a" count as no number.
bool says_number(const WhenToken& token);

}  // namespace dovetail
