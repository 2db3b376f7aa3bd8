// One clause of a time limit: relation, quantity, unit, anchor, time of day, condition.
#include "compile/when_clause.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "compile/when_anchor.h"
#include "compile/when_count.h"

namespace dovetail {
namespace {

bool idle_clause(WhenCursor& cursor, WhenClause& clause) {
  const bool agreed = cursor.stands(cursor.at, "as agreed");
  if (!agreed && !cursor.take_any({"as and when required", "as and when necessary", "as required", "as necessary", "as appropriate", "when required",
                                   "if required", "at any time", "at all times", "as requested", "on request as required", "on demand",
                                   "on an ad hoc basis", "ad hoc", "on an ongoing basis", "ongoing", "as and when needed", "as needed"}))
    return false;
  if (agreed) {
    if (!cursor.stands(cursor.at + 2, "between") && !cursor.stands(cursor.at + 2, "with") && !anchor_ends(cursor, cursor.at + 2)) return false;
    while (!anchor_ends(cursor, cursor.at)) {
      if (says_number(cursor.tokens[cursor.at])) return false;
      ++cursor.at;
    }
  }
  clause.relation = WhenRelation::as_required;
  return true;
}

bool prompt_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take_any({"as soon as is reasonably practicable", "as soon as reasonably practicable", "as soon as reasonably possible",
                       "as soon as practicable", "as soon as possible", "as soon as is practicable", "promptly", "asap"}))
    clause.relation = WhenRelation::promptly;
  else if (cursor.take("immediately"))
    clause.relation = WhenRelation::immediately;
  else
    return false;
  if (cursor.take("thereafter")) return true;
  if (cursor.take_any({"on", "upon", "after", "following", "once"})) return take_anchor(cursor, clause.anchor);
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

// What a limit is set by, behind its preposition: a time of day, a day that recurs, a count, an anchor.
bool set_by(WhenCursor& cursor, WhenClause& clause) {
  if (take_time_of_day(cursor, clause)) {
    if (anchor_ends(cursor, cursor.at)) return true;
    cursor.take_any({"on", "of"});
  }
  if (take_recurring(cursor, clause) || take_next_day(cursor, clause)) return true;
  if (take_count(cursor, clause)) return true;
  return !clause.quantity && clause.relation != WhenRelation::within && take_anchor_with_offset(cursor, clause);
}

// "close of business" and "the end of the day" are later than the day's beginning, and nobody knows how late: kept as words.
void take_end_of_day(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  const bool business = cursor.take_any({"the close of business", "close of business", "cob", "close of play"});
  const bool end = !business && cursor.take_any({"the end of the", "end of the", "the end of"});
  if (business) {
    clause.condition = "close of business";
    cursor.take_any({"on", "of"});
    return;
  }
  const std::size_t day =
      cursor.at + (cursor.stands(cursor.at, "next") || cursor.stands(cursor.at, "following") || cursor.stands(cursor.at, "same") ? 1 : 0);
  const auto unit = end ? read_unit(cursor.tokens, day) : std::nullopt;
  if (!unit || (unit->value != TimeUnit::working_day && unit->value != TimeUnit::calendar_day && unit->value != TimeUnit::day)) cursor.at = start;
}

bool limit_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take_any({"on or before", "by or on", "on or by"}))
    clause.relation = WhenRelation::by;
  else if (cursor.take("within"))
    clause.relation = WhenRelation::within;
  else if (cursor.take_any({"no later than", "not later than", "by no later than", "up to"}))
    clause.relation = WhenRelation::no_later_than;
  else if (cursor.take_any({"no earlier than", "not earlier than", "no sooner than", "not sooner than", "not before", "on or after", "from"}))
    clause.relation = WhenRelation::no_earlier_than;
  else if (cursor.take("by"))
    clause.relation = WhenRelation::by;
  else
    return false;
  cursor.take("the latest");
  take_end_of_day(cursor, clause);
  return set_by(cursor, clause);
}

// "no more than 20 WD before SSD" is "within 20 WD before SSD".
bool count_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take_any({"at least", "not less than", "no less than", "a minimum of", "at a minimum of"}))
    clause.relation = WhenRelation::at_least;
  else if (cursor.take_any({"no more than", "not more than", "a maximum of"}))
    clause.relation = WhenRelation::within;
  else
    return false;
  return take_count(cursor, clause);
}

bool point_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take_any({"at the same time as", "in parallel with", "concurrent with", "concurrently with"})) {
    clause.relation = WhenRelation::same_time;
    return take_anchor(cursor, clause.anchor);
  }
  if (cursor.take_any({"after", "following", "once"})) {
    clause.relation = WhenRelation::after;
    return take_anchor(cursor, clause.anchor);
  }
  if (cursor.take_any({"before", "prior to", "in advance of"})) {
    clause.relation = WhenRelation::before;
    return set_by(cursor, clause);
  }
  const bool preposition = cursor.take_any({"on", "upon", "at"});
  clause.relation = WhenRelation::on;
  const bool recurs = cursor.stands(cursor.at, "each") || cursor.stands(cursor.at, "every");
  if (!set_by(cursor, clause)) return false;
  if (clause.minute_of_day || recurs || preposition || clause.quantity) {
    const bool bare = clause.quantity && clause.side == TimeSide::none;  // "2 WD", and nobody knows of what
    return !bare;
  }
  const bool cycle = clause.anchor.kind == AnchorKind::term && clause.anchor.text.starts_with("each ");
  return cycle || clause.anchor.kind == AnchorKind::row || clause.anchor.kind == AnchorKind::message;
}

// "if received by 18:00" is a cut-off; any other condition is kept as words.
bool condition(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.stands(cursor.at, "( or") || cursor.stands(cursor.at, "( and")) return true;  // "of 3.1.2 (or 3.1.3)"
  const bool bracket = cursor.take("(");
  if (!cursor.stands(cursor.at, "if") && !cursor.stands(cursor.at, "where") && !cursor.stands(cursor.at, "unless")) return !bracket;
  const std::size_t start = cursor.at;
  if (cursor.take_any({"if received by", "if received before", "where received by", "if it is received by"}) && !clause.minute_of_day &&
      take_time_of_day(cursor, clause)) {
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

// "If rejected, within 2 WD …": the condition stands in front, up to the comma that a clause follows.
void leading_condition(WhenCursor& cursor, WhenClause& clause) {
  static constexpr std::array<std::string_view, 5> openers{"if", "where", "when", "unless", "provided"};
  if (std::find(openers.begin(), openers.end(), cursor.folded(cursor.at)) == openers.end()) return;
  std::string words;
  for (std::size_t at = cursor.at; at < cursor.tokens.size() && !says_number(cursor.tokens[at]); ++at) {
    if (cursor.folded(at) == "," && clause_starts(cursor, at + 1)) {
      clause.condition = std::move(words);
      cursor.at = at + 1;
      return;
    }
    if (cursor.tokens[at].kind == WhenTokenKind::symbol && cursor.folded(at) != "-" && cursor.folded(at) != "/") return;
    words += (words.empty() ? "" : " ") + cursor.tokens[at].text;
  }
}

// The time of day behind the day: "on D-1 by 16:00".
void trailing_time(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  if (clause.minute_of_day || (clause.relation != WhenRelation::on && clause.relation != WhenRelation::by)) return;
  if (!cursor.take_any({"by", "at", "before"})) return;
  const bool limit = !cursor.stands(start, "at");
  if (!take_time_of_day(cursor, clause)) {
    cursor.at = start;
  } else if (limit && clause.relation == WhenRelation::on) {
    clause.relation = WhenRelation::by;
  }
}

}  // namespace

bool take_clause(WhenCursor& cursor, WhenClause& clause) {
  cursor.take("but");
  cursor.take_any({"in any event", "in any case"});
  cursor.take(",");
  cursor.take_any({"to be received", "to be sent", "to be completed", "to be issued"});
  leading_condition(cursor, clause);
  const bool read = idle_clause(cursor, clause) || prompt_clause(cursor, clause) || same_day_clause(cursor, clause) || count_clause(cursor, clause) ||
                    limit_clause(cursor, clause) || point_clause(cursor, clause);
  if (!read) return false;
  trailing_time(cursor, clause);
  return condition(cursor, clause);
}

}  // namespace dovetail
