// A place in the tokens of a time limit, and where its clauses and anchors begin and end.
#include "compile/when_cursor.h"

#include <algorithm>
#include <array>

namespace dovetail {
namespace {

constexpr std::array<std::string_view, 70> clause_starters{"within",
                                                           "otherwise",
                                                           "such other",
                                                           "such longer",
                                                           "such shorter",
                                                           "such later",
                                                           "such earlier",
                                                           "any other",
                                                           "as otherwise agreed",
                                                           "as requested",
                                                           "on or before",
                                                           "whenever",
                                                           "at the latest",
                                                           "for others",
                                                           "fortnightly",
                                                           "hourly",
                                                           "in the event",
                                                           "by",
                                                           "at least",
                                                           "not less than",
                                                           "no less than",
                                                           "a minimum of",
                                                           "no later than",
                                                           "not later than",
                                                           "no more than",
                                                           "not more than",
                                                           "on",
                                                           "upon",
                                                           "at the same time",
                                                           "at",
                                                           "after",
                                                           "following",
                                                           "once",
                                                           "before",
                                                           "prior to",
                                                           "in advance of",
                                                           "immediately",
                                                           "as soon as",
                                                           "as required",
                                                           "as and when",
                                                           "when required",
                                                           "if required",
                                                           "in any event",
                                                           "in any case",
                                                           "same day",
                                                           "the same day",
                                                           "but",
                                                           "promptly",
                                                           "as necessary",
                                                           "between",
                                                           "not earlier than",
                                                           "no earlier than",
                                                           "not before",
                                                           "no sooner than",
                                                           "up to",
                                                           "from",
                                                           "daily",
                                                           "weekly",
                                                           "monthly",
                                                           "quarterly",
                                                           "annually",
                                                           "each",
                                                           "every",
                                                           "asap",
                                                           "as agreed",
                                                           "as appropriate",
                                                           "the next",
                                                           "in parallel with",
                                                           "concurrent with",
                                                           "concurrently with"};

}  // namespace

std::size_t WhenCursor::length_of(std::size_t from, std::string_view phrase) const {
  std::size_t taken = 0;
  while (!phrase.empty()) {
    const std::size_t space = phrase.find(' ');
    if (folded(from + taken) != phrase.substr(0, space)) return 0;
    ++taken;
    phrase = space == std::string_view::npos ? std::string_view() : phrase.substr(space + 1);
  }
  return taken;
}

bool WhenCursor::take(std::string_view phrase) {
  const std::size_t length = length_of(at, phrase);
  at += length;
  return length > 0;
}

bool WhenCursor::take_any(std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return take(phrase); });
}

bool clause_starts(const WhenCursor& cursor, std::size_t at) {
  if (std::any_of(clause_starters.begin(), clause_starters.end(), [&](std::string_view starter) { return cursor.stands(at, starter); })) return true;
  const auto quantity = read_quantity(cursor.tokens, at);
  return quantity && read_unit(cursor.tokens, at + quantity->tokens);
}

std::size_t connector_length(const WhenCursor& cursor, std::size_t at) {
  std::size_t length = 0;
  for (bool more = true; more;) {
    const std::string_view word = cursor.folded(at + length);
    const bool ordered = cursor.stands(at + length, "if earlier") || cursor.stands(at + length, "if later");
    more = ordered || word == "," || word == ";" || word == "." || word == "or" || word == "and" || word == "but";
    if (more) length += ordered ? 2 : 1;
  }
  return length;
}

bool opens_condition(const WhenCursor& cursor, std::size_t at) {
  static constexpr std::array<std::string_view, 9> openers{"if",     "where",      "unless",    "provided that", "provided the", "provided always",
                                                           "except", "subject to", "save where"};
  return std::any_of(openers.begin(), openers.end(), [&](std::string_view opener) { return cursor.stands(at, opener); });
}

bool anchor_ends(const WhenCursor& cursor, std::size_t at) {
  if (at >= cursor.tokens.size()) return true;
  const std::size_t connector = connector_length(cursor, at);
  if (connector > 0)
    return clause_starts(cursor, at + connector) || at + connector >= cursor.tokens.size() || cursor.folded(at) == "," || cursor.folded(at) == ";" ||
           cursor.folded(at) == "." || cursor.stands(at, "or sooner") || cursor.stands(at, "or earlier") || cursor.stands(at, "or if later") ||
           cursor.stands(at, "or if earlier");
  const std::string_view word = cursor.folded(at);
  if (word == "+" || word == "-" || word == "plus" || word == "minus") return read_quantity(cursor.tokens, at + 1).has_value();
  // Words that no name of an event holds: another clause begins, or a time of day.
  if (word == "within" || cursor.stands(at, "no later than") || cursor.stands(at, "not later than")) return true;
  if (cursor.stands(at, "at the latest") || cursor.stands(at, "at the earliest") || cursor.stands(at, "at the very latest")) return true;
  if (word == "by" || word == "at" || word == "before") return read_time_of_day(cursor.tokens, at + 1).has_value();
  if (cursor.stands(at, "as applicable") || cursor.stands(at, "as the case may be")) return true;
  return opens_condition(cursor, at) || word == "(" || word == ")" || word == "whichever";
}

}  // namespace dovetail
