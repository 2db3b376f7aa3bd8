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

// "As agreed with the Supplier", "when requested by the Panel", "such longer period as the parties agree": the time is left to somebody.
bool left_to_somebody(WhenCursor& cursor) {
  const std::size_t start = cursor.at;
  bool left = false;
  if (cursor.take_any({"as", "when", "where", "if"})) {
    cursor.take_any({"otherwise", "may be otherwise", "may be", "mutually"});
    left = cursor.take_any({"agreed", "requested", "directed", "instructed"});
    left = left && (cursor.stands(cursor.at, "between") || cursor.stands(cursor.at, "with") || cursor.stands(cursor.at, "by") ||
                    anchor_ends(cursor, cursor.at));
  } else if (cursor.take_any({"such other", "such longer", "such shorter", "such later", "such earlier", "any other", "another"})) {
    for (; !anchor_ends(cursor, cursor.at); ++cursor.at) left = left || cursor.tokens[cursor.at].folded.starts_with("agree");
    return left || (cursor.at = start, false);
  }
  for (; left && !anchor_ends(cursor, cursor.at); ++cursor.at) left = !says_number(cursor.tokens[cursor.at]);
  if (!left) cursor.at = start;
  return left;
}

bool idle_clause(WhenCursor& cursor, WhenClause& clause) {
  if (!left_to_somebody(cursor) && !cursor.take_any({"as and when required",
                                                     "as and when necessary",
                                                     "as required",
                                                     "as necessary",
                                                     "as appropriate",
                                                     "as applicable",
                                                     "when required",
                                                     "if required",
                                                     "where required",
                                                     "if necessary",
                                                     "where necessary",
                                                     "when necessary",
                                                     "if applicable",
                                                     "where applicable",
                                                     "if needed",
                                                     "where appropriate",
                                                     "at any time",
                                                     "at all times",
                                                     "on request as required",
                                                     "on demand",
                                                     "on an ad hoc basis",
                                                     "ad hoc",
                                                     "on an ongoing basis",
                                                     "ongoing",
                                                     "as and when needed",
                                                     "as needed",
                                                     "continuously"}))
    return false;
  clause.relation = WhenRelation::as_required;
  return true;
}

bool prompt_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take_any({"as soon as is reasonably practicable", "as soon as reasonably practicable", "as soon as reasonably possible",
                       "as soon as practicable", "as soon as possible", "as soon as is practicable", "promptly", "asap"}))
    clause.relation = WhenRelation::promptly;
  else if (cursor.take("immediately"))
    clause.relation = WhenRelation::immediately;
  else if (cursor.take("as soon as"))
    return clause.relation = WhenRelation::immediately, take_anchor(cursor, clause.anchor);
  else
    return false;
  if (cursor.take("thereafter")) return true;
  if (cursor.take_any({"on", "upon", "after", "following", "once"})) return take_anchor(cursor, clause.anchor);
  return true;
}

bool is_day(TimeUnit unit) { return unit == TimeUnit::day || unit == TimeUnit::working_day || unit == TimeUnit::calendar_day; }

// "Same day if received by 18:00", "On the same day as IF-901".
bool same_day_clause(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  cursor.take_any({"on", "by the end of", "within", "by"});
  cursor.take("the");
  if (!cursor.take_any({"same", "that"})) return cursor.at = start, false;
  const auto unit = read_unit(cursor.tokens, cursor.at);
  if (!unit || !is_day(unit->value)) return cursor.at = start, false;
  cursor.at += unit->tokens;
  if (!clause.minute_of_day) clause.relation = WhenRelation::by;
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
  cursor.take_any(
      {"the day which is", "the date which is", "the day that is", "the date that is", "the date falling", "the day falling", "the day which falls"});
  if (clause.minute_of_day && same_day_clause(cursor, clause)) return true;
  if (take_recurring(cursor, clause) || take_next_day(cursor, clause) || take_day_of_month(cursor, clause)) return true;
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
  if (!unit || !is_day(unit->value)) {
    cursor.at = start;
  } else if (day == cursor.at && anchor_ends(cursor, day + unit->tokens)) {  // of the same day
    cursor.at = day + unit->tokens;
    clause.quantity = 0;
    clause.unit = unit->value == TimeUnit::day ? TimeUnit::calendar_day : unit->value;
    clause.side = TimeSide::after;
  }
}

// "By the end of the Working Day on which 3.1.2 occurs".
bool end_of_day_of(WhenCursor& cursor, WhenClause& clause) {
  const std::size_t start = cursor.at;
  cursor.take_any({"the end of the", "end of the", "close of business on the"});
  const auto unit = cursor.at > start ? read_unit(cursor.tokens, cursor.at) : std::nullopt;
  if (unit) cursor.at += unit->tokens;
  if (!unit || !is_day(unit->value) || !cursor.take_any({"on which", "of", "that", "when", "in which"}) || !take_anchor(cursor, clause.anchor))
    return cursor.at = start, clause.anchor = {}, false;
  clause.quantity = 0;
  clause.unit = unit->value == TimeUnit::day ? TimeUnit::calendar_day : unit->value;
  clause.side = TimeSide::after;
  return true;
}

bool limit_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take_any({"on or before", "by or on", "on or by", "at the latest"}))
    clause.relation = WhenRelation::by;
  else if (cursor.take("within"))
    clause.relation = WhenRelation::within;
  else if (cursor.take_any({"no later than", "not later than", "by no later than", "up to"}))
    clause.relation = WhenRelation::no_later_than;
  else if (cursor.take_any({"no earlier than", "not earlier than", "not before", "on or after", "from"}))
    clause.relation = WhenRelation::no_earlier_than;
  else if (cursor.take("by"))
    clause.relation = WhenRelation::by;
  else
    return false;
  cursor.take("the latest");
  if (end_of_day_of(cursor, clause)) return true;
  take_end_of_day(cursor, clause);
  if (clause.quantity) return true;
  return set_by(cursor, clause);
}

// "no more than 20 WD before SSD" is "within 20 WD before SSD".
bool count_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take_any({"at least", "not less than", "no less than", "a minimum of", "at a minimum of"}))
    clause.relation = WhenRelation::at_least;
  else if (cursor.take_any({"no more than", "a maximum of"}))
    clause.relation = WhenRelation::within;
  else
    return false;
  return (clause.relation == WhenRelation::at_least && take_recurring(cursor, clause)) || take_count(cursor, clause);
}

bool point_clause(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.take_any({"at the same time as", "in parallel with", "concurrent with", "concurrently with"})) {
    clause.relation = WhenRelation::same_time;
    return take_anchor(cursor, clause.anchor);
  }
  if (cursor.take_any({"when", "whenever"})) {
    clause.relation = WhenRelation::on;
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

// Words that hold no number, up to where a bracket or a sentence ends.
bool take_words(WhenCursor& cursor, std::string& words) {
  for (; !cursor.done() && cursor.tokens[cursor.at].text != ")" && cursor.tokens[cursor.at].text != ";" && cursor.tokens[cursor.at].text != ".";
       ++cursor.at) {
    if (says_number(cursor.tokens[cursor.at])) return false;
    words += (words.empty() ? "" : " ") + cursor.tokens[cursor.at].text;
  }
  return true;
}

// "if received by 18:00" is a cut-off; any other condition is kept as words.
bool condition(WhenCursor& cursor, WhenClause& clause) {
  if (cursor.stands(cursor.at, "( or") || cursor.stands(cursor.at, "( and") || cursor.stands(cursor.at, "( whichever"))
    return true;  // "of 3.1.2 (or 3.1.3)"
  if (cursor.take_any(
          {"as applicable", "as the case may be", ", as applicable", ", as the case may be", "( as applicable )", "( as the case may be )"}))
    return true;
  if (cursor.folded(cursor.at) == "," && opens_condition(cursor, cursor.at + 1)) ++cursor.at;  // "Within 5 WD of 3.1.2, if not agreed"
  if (cursor.stands(cursor.at, ", subject to") || cursor.stands(cursor.at, ", provided") || cursor.stands(cursor.at, ", except")) ++cursor.at;
  const bool bracket = cursor.take("(");
  const bool cut_off =
      cursor.stands(cursor.at, "if received") || cursor.stands(cursor.at, "where received") || cursor.stands(cursor.at, "if it is received");
  if (!bracket && !opens_condition(cursor, cursor.at)) return true;
  const std::size_t start = cursor.at;
  if (cut_off && cursor.take_any({"if received by", "if received before", "where received by", "if it is received by"}) && !clause.minute_of_day &&
      take_time_of_day(cursor, clause)) {
    clause.cut_off = true;
  } else {
    cursor.at = start;
    if (!take_words(cursor, clause.condition)) return false;
  }
  return !bracket || cursor.take(")");
}

// "If rejected, within 2 WD …", "For new sites: within 2 WD …": the condition stands in front, up to the comma or colon that a clause follows.
void leading_condition(WhenCursor& cursor, WhenClause& clause) {
  static constexpr std::array<std::string_view, 17> openers{"if",          "where",        "when",     "unless",      "provided",     "in the event",
                                                            "in the case", "in case of",   "in cases", "in respect",  "for",          "otherwise",
                                                            "subject to",  "in all other", "except",   "in relation", "to the extent"};
  const bool opens = std::any_of(openers.begin(), openers.end(), [&](std::string_view opener) { return cursor.stands(cursor.at, opener); });
  if (!opens) return;
  if (cursor.stands(cursor.at, "otherwise") && clause_starts(cursor, cursor.at + 1)) {
    clause.condition = cursor.tokens[cursor.at++].text;
    return;
  }
  std::string words;
  for (std::size_t at = cursor.at; at < cursor.tokens.size() && !says_number(cursor.tokens[at]); ++at) {
    if ((cursor.folded(at) == "," || cursor.folded(at) == ":") && clause_starts(cursor, at + 1)) {
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
  const bool bracket = cursor.take("(");
  if (!bracket && cursor.take(",") && take_time_of_day(cursor, clause)) return;  // "D-2, 16:30"
  if (!bracket) cursor.at = start;
  const std::size_t word = cursor.at;
  if (!cursor.take_any({"by", "at", "before"})) return void(cursor.at = start);
  const bool limit = !cursor.stands(word, "at");
  if (!take_time_of_day(cursor, clause) || (bracket && !cursor.take(")"))) {
    cursor.at = start;
    clause.minute_of_day.reset();
  } else if (limit && clause.relation == WhenRelation::on) {
    clause.relation = WhenRelation::by;
  }
}

}  // namespace

// "5 WD after 3.1.2 at the latest", "or sooner": the point is a limit.
static void trailing_limit(WhenCursor& cursor, WhenClause& clause) {
  cursor.take(",");
  const std::size_t start = cursor.at;
  if (cursor.take_any({"at the latest", "at the very latest", "or sooner", "or earlier", "or before"})) {
    cursor.take("if possible");
    if (clause.relation == WhenRelation::on) clause.relation = WhenRelation::no_later_than;
  } else if (cursor.take("at the earliest")) {
    if (clause.relation == WhenRelation::on) clause.relation = WhenRelation::no_earlier_than;
  }
  if (cursor.at == start && start > 0 && cursor.folded(start - 1) == ",") --cursor.at;
}

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
  trailing_limit(cursor, clause);
  return condition(cursor, clause);
}

}  // namespace dovetail
