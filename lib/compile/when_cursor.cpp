// A place in the tokens of a time limit, and where its clauses and anchors begin and end.
#include "compile/when_cursor.h"

#include <algorithm>
#include <array>

namespace dovetail {
namespace {

constexpr std::array<std::string_view, 54> clause_starters{"within",
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
  while (cursor.folded(at + length) == "," || cursor.folded(at + length) == ";" || cursor.folded(at + length) == "." ||
         cursor.folded(at + length) == "or" || cursor.folded(at + length) == "and" || cursor.folded(at + length) == "but" ||
         cursor.folded(at + length) == "if")
    if (cursor.folded(at + length) == "if" && !cursor.stands(at + length, "if earlier") && !cursor.stands(at + length, "if later"))
      break;
    else
      ++length;
  return length;
}

bool anchor_ends(const WhenCursor& cursor, std::size_t at) {
  if (at >= cursor.tokens.size()) return true;
  const std::size_t connector = connector_length(cursor, at);
  if (connector > 0)
    return clause_starts(cursor, at + connector) || at + connector >= cursor.tokens.size() || cursor.folded(at) == "," || cursor.folded(at) == ";" ||
           cursor.folded(at) == ".";
  const std::string_view word = cursor.folded(at);
  if (word == "+" || word == "-" || word == "plus" || word == "minus") return read_quantity(cursor.tokens, at + 1).has_value();
  // Words that no name of an event holds: another clause begins, or a time of day.
  if (word == "within" || cursor.stands(at, "no later than") || cursor.stands(at, "not later than")) return true;
  if (word == "by" || word == "at" || word == "before") return read_time_of_day(cursor.tokens, at + 1).has_value();
  return word == "if" || word == "where" || word == "unless" || word == "(" || word == ")" || word == "whichever";
}

}  // namespace dovetail
