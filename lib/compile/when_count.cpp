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
  else if (cursor.take_any({"before", "prior to", "in advance of", "ahead of"}))
    clause.side = TimeSide::before;
  else {
    cursor.at = start;
    return anchor_ends(cursor, cursor.at);  // a quantity with no anchor: "within 5 WD"
  }
  return take_anchor(cursor, clause.anchor);
}

// "the WD following …": one day, counted.
bool one_day_after(const WhenCursor& cursor) {
  const auto unit = read_unit(cursor.tokens, cursor.at);
  return unit && (cursor.stands(cursor.at + unit->tokens, "following") || cursor.stands(cursor.at + unit->tokens, "after"));
}

// "WD 10 of the month": the unit stands before its number.
bool unit_first(WhenCursor& cursor, WhenClause& clause) {
  const auto unit = read_unit(cursor.tokens, cursor.at);
  if (!unit || unit->value != TimeUnit::working_day || unit->tokens != 1) return false;
  const std::size_t next = cursor.at + unit->tokens;
  if (next >= cursor.tokens.size() || cursor.tokens[next].kind != WhenTokenKind::number || !cursor.stands(next + 1, "of")) return false;
  clause.quantity = read_quantity(cursor.tokens, next)->value;
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
  return true;
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
  return side_and_anchor(cursor, clause);
}

bool take_next_day(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  cursor.take("the");
  double count = 1;
  if (cursor.take_any({"next", "following"}) || one_day_after(cursor)) {
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
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> adverbs{{{"daily", "each day"},
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
  if (!unit || !anchor_ends(cursor, cursor.at + 1 + unit->tokens)) return false;
  static constexpr std::array<std::string_view, 9> names{"", "minute", "hour", "day", "Working Day", "calendar day", "week", "month", "year"};
  cursor.at += 1 + unit->tokens;
  clause.anchor.kind = AnchorKind::term;
  clause.anchor.text = "each ";
  clause.anchor.text += names[static_cast<std::size_t>(unit->value)];
  return true;
}

}  // namespace dovetail
