// One clause of a time limit: relation, quantity, unit, anchor, time of day, condition.
#include "compile/when_clause.h"

#include <array>
#include <string_view>

#include "compile/when_anchor.h"

namespace dovetail {
namespace {

bool time_of_day(WhenCursor& cursor, WhenClause& clause) {
  const auto time = read_time_of_day(cursor.tokens, cursor.at);
  if (!time) return false;
  clause.minute_of_day = time->value;
  cursor.at += time->tokens;
  return true;
}

// "SSD + 5 WD", "SF-2 WD", "SD+1": an anchor and a count from it.
bool anchor_with_offset(WhenCursor& cursor, WhenClause& clause) {
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

// "2 WD of …", "a period of five (5) Working Days after …".
bool counted(WhenCursor& cursor, WhenClause& clause) {
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

// "the next Working Day", "the third Working Day after …", "the 5th WD following …".
bool next_day(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  cursor.take("the");
  double count = 1;
  if (cursor.take_any({"next", "following"})) {
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

// "each WD", "every month".
bool recurring(WhenCursor& cursor, WhenClause& clause) {
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

bool idle_clause(WhenCursor& cursor, WhenClause& clause) {
  if (!cursor.take_any({"as and when required", "as and when necessary", "as required", "as necessary", "as appropriate", "when required",
                        "if required", "at any time", "as requested", "on request as required"}))
    return false;
  clause.relation = WhenRelation::as_required;
  return true;
}

bool prompt_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take_any({"as soon as is reasonably practicable", "as soon as reasonably practicable", "as soon as reasonably possible",
                       "as soon as practicable", "as soon as possible", "promptly"}))
    clause.relation = WhenRelation::promptly;
  else if (cursor.take("immediately"))
    clause.relation = WhenRelation::immediately;
  else
    return false;
  if (cursor.take_any({"on", "upon", "after", "following"})) return take_anchor(cursor, clause.anchor);
  return true;
}

// "Same day if received by 18:00", "On the same day as IF-901".
bool same_day_clause(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  cursor.take_any({"on", "by the end of", "within"});
  cursor.take("the");
  if (!cursor.take("same")) return cursor.at = start, false;
  const auto unit = read_unit(cursor.tokens, cursor.at);
  if (!unit || (unit->value != TimeUnit::day && unit->value != TimeUnit::working_day && unit->value != TimeUnit::calendar_day))
    return cursor.at = start, false;
  cursor.at += unit->tokens;
  clause.relation = WhenRelation::by;
  clause.quantity = 0;
  clause.unit = unit->value == TimeUnit::day ? TimeUnit::calendar_day : unit->value;
  clause.side = TimeSide::after;
  if (cursor.take("as")) return take_anchor(cursor, clause.anchor);
  return true;
}

bool limit_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take("within"))
    clause.relation = WhenRelation::within;
  else if (cursor.take_any({"no later than", "not later than", "no more than", "not more than", "by no later than"}))
    clause.relation = WhenRelation::no_later_than;
  else if (cursor.take("by"))
    clause.relation = WhenRelation::by;
  else
    return false;
  cursor.take_any({"the latest", "close of", "the close of"});
  if (time_of_day(cursor, clause)) {
    if (anchor_ends(cursor, cursor.at)) return true;
    cursor.take_any({"on", "of"});
  }
  if (recurring(cursor, clause) || next_day(cursor, clause)) return true;
  if (counted(cursor, clause)) return true;
  if (clause.quantity || clause.relation == WhenRelation::within) return false;
  return anchor_with_offset(cursor, clause);
}

bool minimum_clause(WhenCursor& cursor, WhenClause& clause) {
  if (!cursor.take_any({"at least", "not less than", "no less than", "a minimum of", "at a minimum of"})) return false;
  clause.relation = WhenRelation::at_least;
  return counted(cursor, clause);
}

bool point_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take_any({"at the same time as"})) {
    clause.relation = WhenRelation::same_time;
    return take_anchor(cursor, clause.anchor);
  }
  if (cursor.take_any({"after", "following", "once"})) {
    clause.relation = WhenRelation::after;
    return take_anchor(cursor, clause.anchor);
  }
  if (cursor.take_any({"before", "prior to", "in advance of"})) {
    clause.relation = WhenRelation::before;
    return take_anchor(cursor, clause.anchor);
  }
  const bool preposition = cursor.take_any({"on", "upon", "at"});
  clause.relation = WhenRelation::on;
  if (time_of_day(cursor, clause)) {
    if (anchor_ends(cursor, cursor.at)) return true;
    cursor.take_any({"on", "of"});
  }
  if (recurring(cursor, clause) || next_day(cursor, clause)) return true;
  if (counted(cursor, clause)) return clause.side != TimeSide::none;
  if (clause.quantity) return false;
  if (!anchor_with_offset(cursor, clause)) return false;
  return preposition || clause.quantity.has_value() || clause.anchor.kind == AnchorKind::row || clause.anchor.kind == AnchorKind::message;
}

// "if received by 18:00" is a cut-off; any other condition is kept as words.
bool condition(WhenCursor& cursor, WhenClause& clause) {
  const bool bracket = cursor.take("(");
  if (!cursor.stands(cursor.at, "if") && !cursor.stands(cursor.at, "where") && !cursor.stands(cursor.at, "unless")) return !bracket;
  const std::size_t start = cursor.at;
  if (cursor.take_any({"if received by", "if received before", "where received by", "if it is received by"}) && !clause.minute_of_day &&
      time_of_day(cursor, clause)) {
    clause.cut_off = true;
  } else {
    cursor.at = start;
    for (; !cursor.done() && cursor.tokens[cursor.at].text != ")" && cursor.tokens[cursor.at].text != ";" && cursor.tokens[cursor.at].text != ".";
         ++cursor.at) {
      if (says_number(cursor.tokens[cursor.at])) return false;
      if (!clause.condition.empty()) clause.condition += ' ';
      clause.condition += cursor.tokens[cursor.at].text;
    }
  }
  return !bracket || cursor.take(")");
}

}  // namespace

bool take_clause(WhenCursor& cursor, WhenClause& clause) {
  cursor.take("but");
  cursor.take_any({"in any event", "in any case"});
  cursor.take(",");
  const bool read = idle_clause(cursor, clause) || prompt_clause(cursor, clause) || same_day_clause(cursor, clause) ||
                    minimum_clause(cursor, clause) || limit_clause(cursor, clause) || point_clause(cursor, clause);
  return read && condition(cursor, clause);
}

}  // namespace dovetail
