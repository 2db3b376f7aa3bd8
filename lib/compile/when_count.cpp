// Counts within a time limit: a quantity with its unit, the side it is counted on, a time of day.
#include "compile/when_count.h"

#include <array>
#include <string_view>
#include <utility>

#include "compile/when_anchor.h"

namespace dovetail {
namespace {

bool side_and_anchor(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  cursor.take(",");
  if (cursor.take_any({"of", "after", "following", "from", "beginning with", "starting with"}))
    clause.side = TimeSide::after;
  else if (cursor.take_any({"before", "prior to", "in advance of", "ahead of", "preceding"}))
    clause.side = TimeSide::before;
  else {
    cursor.at = start;
    return anchor_ends(cursor, cursor.at);  // a quantity with no anchor: "within 5 WD"
  }
  return take_anchor(cursor, clause.anchor);
}

// "the WD following …", "the day before …": one day, counted.
bool one_day_beside(const WhenCursor& cursor) {
  const auto unit = read_unit(cursor.tokens, cursor.at);
  if (!unit) return false;
  const std::size_t next = cursor.at + unit->tokens;
  return cursor.stands(next, "following") || cursor.stands(next, "after") || cursor.stands(next, "before") || cursor.stands(next, "prior to") ||
         cursor.stands(next, "preceding");
}

// "of 3.1.2" behind "15" of "the 15th of": the cursor stands at "of".
bool is_month(const WhenCursor& cursor, std::size_t at) {
  for (const std::string_view lead : {"the", "each", "every", "following", "next", "same", "relevant", "that", "calendar"})
    if (cursor.stands(at, lead)) return is_month(cursor, at + 1);
  return cursor.folded(at) == "month";
}

// "WD 10 of the month": the unit stands before its number.
bool unit_first(WhenCursor& cursor, WhenClause& clause) {
  const auto unit = read_unit(cursor.tokens, cursor.at);
  if (!unit || unit->value != TimeUnit::working_day || unit->tokens != 1) return false;
  std::size_t next = cursor.at + unit->tokens;
  if (cursor.folded(next) == "+") ++next;  // "WD+5"
  const auto number =
      next < cursor.tokens.size() && cursor.tokens[next].kind == WhenTokenKind::number ? read_quantity(cursor.tokens, next) : std::nullopt;
  if (!number || (!cursor.stands(next + 1, "of") && !anchor_ends(cursor, next + 1))) return false;
  clause.quantity = number->value;
  clause.unit = unit->value;
  cursor.at = next + 1;
  return side_and_anchor(cursor, clause);
}

}  // namespace

bool take_time_of_day(WhenCursor& cursor, WhenClause& clause) {
  const auto time = read_time_of_day(cursor.tokens, cursor.at);
  if (!time) return false;
  clause.minute_of_day = time->value;
  cursor.at += time->tokens;
  cursor.take_any({"gmt", "utc", "bst", "clock time", "local time", "uk time", "( clock time )", "( gmt )", "( utc )"});
  return true;
}

// "1 hour (and) 30 minutes".
static void add_minutes(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  cursor.take("and");
  const auto minutes = read_quantity(cursor.tokens, cursor.at);
  const auto unit = minutes ? read_unit(cursor.tokens, cursor.at + minutes->tokens) : std::nullopt;
  if (!unit || unit->value != TimeUnit::minute) return void(cursor.at = start);
  cursor.at += minutes->tokens + unit->tokens;
  clause.quantity = *clause.quantity * 60 + minutes->value;
  clause.unit = TimeUnit::minute;
}

bool take_anchor_with_offset(WhenCursor& cursor, WhenClause& clause) {
  if (!take_anchor(cursor, clause.anchor)) return false;
  const bool plus = cursor.folded(cursor.at) == "+" || cursor.folded(cursor.at) == "plus";
  const bool minus = cursor.folded(cursor.at) == "-" || cursor.folded(cursor.at) == "minus";
  if (!plus && !minus) return true;
  const auto quantity = read_quantity(cursor.tokens, cursor.at + 1);
  if (!quantity || clause.quantity) return false;
  cursor.at += 1 + quantity->tokens;
  clause.quantity = quantity->value;
  clause.side = plus ? TimeSide::after : TimeSide::before;
  clause.unit = TimeUnit::day;
  if (const auto unit = read_unit(cursor.tokens, cursor.at)) {
    clause.unit = unit->value;
    cursor.at += unit->tokens;
  }
  return true;
}

bool take_count(WhenCursor& cursor, WhenClause& clause) {
  if (unit_first(cursor, clause)) return true;
  if (clause.quantity) return false;
  const std::size_t start = cursor.at;
  cursor.take_any({"a period of", "the period of", "the"});
  const auto quantity = read_quantity(cursor.tokens, cursor.at);
  const auto unit = quantity ? read_unit(cursor.tokens, cursor.at + quantity->tokens) : std::nullopt;
  if (!unit) {
    cursor.at = start;
    return false;
  }
  cursor.at += quantity->tokens + unit->tokens;
  clause.quantity = quantity->value;
  clause.unit = unit->value;
  if (clause.unit == TimeUnit::hour) add_minutes(cursor, clause);
  return side_and_anchor(cursor, clause);
}

bool take_day_of_month(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  cursor.take("the");
  if (cursor.take_any({"last", "final"})) {  // how long the month is nobody counts here: a day known by its name
    const auto unit = read_unit(cursor.tokens, cursor.at);
    if (!unit || (unit->value != TimeUnit::working_day && unit->value != TimeUnit::day && unit->value != TimeUnit::calendar_day))
      return cursor.at = start, false;
    cursor.at += unit->tokens;
    if (!cursor.take_any({"of", "in"}) || !is_month(cursor, cursor.at)) return cursor.at = start, false;
    clause.anchor = {AnchorKind::term, unit->value == TimeUnit::working_day ? "last Working Day of" : "last day of", Transfer::none};
    for (bool more = true; more; ++cursor.at) {
      more = cursor.folded(cursor.at) != "month";
      clause.anchor.text += " " + cursor.tokens[cursor.at].text;
    }
    return true;
  }
  const auto number =
      !cursor.done() && cursor.tokens[cursor.at].kind == WhenTokenKind::number ? read_quantity(cursor.tokens, cursor.at) : std::nullopt;
  if (!number || number->value < 1 || number->value > 31) return cursor.at = start, false;
  cursor.at += number->tokens;
  if (!cursor.take_any({"st", "nd", "rd", "th"}) || !cursor.take_any({"of", "in"}) || !is_month(cursor, cursor.at)) return cursor.at = start, false;
  clause.quantity = number->value;
  clause.unit = TimeUnit::day;
  clause.side = TimeSide::after;
  return take_anchor(cursor, clause.anchor);
}

bool take_next_day(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  cursor.take("the");
  double count = 1;
  if (cursor.take_any({"next", "following"}) || one_day_beside(cursor)) {
    count = 1;
  } else if (const auto named = ordinal(cursor.folded(cursor.at))) {
    count = *named;
    ++cursor.at;
  } else if (!cursor.done() && cursor.tokens[cursor.at].kind == WhenTokenKind::number &&
             (cursor.stands(cursor.at + 1, "st") || cursor.stands(cursor.at + 1, "nd") || cursor.stands(cursor.at + 1, "rd") ||
              cursor.stands(cursor.at + 1, "th"))) {
    count = read_quantity(cursor.tokens, cursor.at)->value;
    cursor.at += 2;
  } else {
    cursor.at = start;
    return false;
  }
  const auto unit = read_unit(cursor.tokens, cursor.at);
  const bool day = unit && (unit->value == TimeUnit::working_day || unit->value == TimeUnit::calendar_day || unit->value == TimeUnit::day);
  if (!day) {
    cursor.at = start;
    return false;
  }
  cursor.at += unit->tokens;
  clause.quantity = count;
  clause.unit = unit->value;
  clause.side = TimeSide::after;
  return side_and_anchor(cursor, clause);
}

bool take_recurring(WhenCursor& cursor, WhenClause& clause) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> adverbs{{{"daily", "each day"},
                                                                                         {"hourly", "each hour"},
                                                                                         {"fortnightly", "each fortnight"},
                                                                                         {"half - yearly", "each half year"},
                                                                                         {"weekly", "each week"},
                                                                                         {"monthly", "each month"},
                                                                                         {"quarterly", "each quarter"},
                                                                                         {"annually", "each year"},
                                                                                         {"yearly", "each year"}}};
  for (const auto& [adverb, meaning] : adverbs)
    if (cursor.take(adverb)) {
      clause.anchor.kind = AnchorKind::term;
      clause.anchor.text = meaning;
      return true;
    }
  if (!cursor.stands(cursor.at, "each") && !cursor.stands(cursor.at, "every")) return false;
  const auto unit = read_unit(cursor.tokens, cursor.at + 1);
  if (!unit || !(anchor_ends(cursor, cursor.at + 1 + unit->tokens) || clause_starts(cursor, cursor.at + 1 + unit->tokens))) return false;
  static constexpr std::array<std::string_view, 9> names{"", "minute", "hour", "day", "Working Day", "calendar day", "week", "month", "year"};
  cursor.at += 1 + unit->tokens;
  clause.anchor.kind = AnchorKind::term;
  clause.anchor.text = "each ";
  clause.anchor.text += names[static_cast<std::size_t>(unit->value)];
  return true;
}

}  // namespace dovetail
