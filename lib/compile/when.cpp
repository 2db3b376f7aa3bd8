// The grammar of time limits: WHEN cells and SLA texts become values that can be compared.
#include "compile/when.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "compile/when_anchor.h"
#include "compile/when_clause.h"
#include "compile/when_count.h"
#include "compile/when_synonyms.h"
#include "compile/when_words.h"

namespace dovetail {
namespace {

constexpr std::size_t most_tokens = 400;  // a WHEN cell of more words is prose

// "of 3.1.2 or 3.1.3", "of 3.1.2 (or 3.1.3)", "of 3.1.2/3.1.3": the limit before, counted from another row.
bool more_anchors(WhenCursor& cursor, When& when) {
  const std::size_t start = cursor.at;
  const bool bracket = cursor.take("(");
  const bool all = cursor.folded(cursor.at) == "and" && !cursor.stands(cursor.at, "and / or");
  if (!cursor.take_any({"and / or", "or if later", "or if earlier", "or", "and", "/", ","})) return cursor.at = start, false;
  cursor.take("or");
  const bool earlier = cursor.folded(cursor.at - 1) == "earlier";
  WhenClause again = when.clauses.back();
  again.anchor = {};
  if (when.clauses.back().anchor.kind == AnchorKind::none || !take_identified_anchor(cursor, again.anchor) || (bracket && !cursor.take(")")))
    return cursor.at = start, false;
  when.all = when.all || all || earlier;
  when.clauses.push_back(std::move(again));
  return true;
}

/// What joins a clause to the one before.
enum class Joint : std::uint8_t { none, any, all };

bool recurs(const WhenClause& clause) {
  return clause.relation == WhenRelation::on && !clause.quantity && !clause.minute_of_day && clause.anchor.kind == AnchorKind::term &&
         clause.anchor.text.starts_with("each ") && clause.condition.empty();
}

// "Weekly on Friday" is "on Friday each week". "Following 3.2.1, within 2 WD": the second counts from what the first names. "At least 10 WD and no
// more than 20 WD before SSD": the first does.
void share_anchor(std::vector<WhenClause>& clauses, Joint joint) {
  if (clauses.size() < 2 || joint == Joint::any) return;
  WhenClause &first = clauses[clauses.size() - 2], &second = clauses.back();
  const bool opens = first.relation == WhenRelation::after || first.relation == WhenRelation::on || first.relation == WhenRelation::no_earlier_than;
  if (recurs(first)) {
    if (second.anchor.kind == AnchorKind::none && !second.quantity)
      second.anchor = first.anchor;
    else if (second.anchor.kind == AnchorKind::none && second.unit != TimeUnit::minute && second.unit != TimeUnit::hour)
      second.anchor = first.anchor, second.side = TimeSide::after;  // "monthly by the 10th WD"
    else if (!second.quantity && second.anchor.kind != AnchorKind::row && second.anchor.kind != AnchorKind::message)
      second.anchor.text += (second.anchor.text.find(first.anchor.text) == std::string::npos ? " " + first.anchor.text : "");
    else if (second.condition.empty())
      second.condition = first.anchor.text;
    clauses.erase(clauses.end() - 2);
  } else if (opens && !first.quantity && !first.minute_of_day && first.anchor.kind != AnchorKind::none && second.quantity &&
             second.anchor.kind == AnchorKind::none && second.side == TimeSide::none) {
    second.anchor = first.anchor;
    second.side = TimeSide::after;
    if (second.condition.empty()) second.condition = first.condition;
    clauses.erase(clauses.end() - 2);
  } else if (joint == Joint::all && first.quantity && first.anchor.kind == AnchorKind::none && first.side == TimeSide::none && second.quantity &&
             second.anchor.kind != AnchorKind::none) {
    first.anchor = second.anchor;
    first.side = second.side;
  }
}

// Not sooner than the one, not later than the other.
void add_window(WhenClause& from, WhenClause& to, When& when) {
  from.relation = WhenRelation::no_earlier_than;
  to.relation = WhenRelation::no_later_than;
  if (to.quantity && to.side == TimeSide::before && from.quantity && from.anchor.text == to.anchor.text && *to.quantity > *from.quantity)
    std::swap(from.quantity, to.quantity);  // the larger count is the sooner
  when.clauses.push_back(std::move(from));
  when.clauses.push_back(std::move(to));
  when.all = true;
}

// "between 5 and 10 WD after 3.2.1", "between SSD - 5 WD and SSD": not sooner than the one, not later than the other.
bool take_between(WhenCursor& cursor, When& when) {
  const std::size_t start = cursor.at;
  if (cursor.take("from")) {  // "from SSD - 10 WD to SSD"
    WhenClause from, to;
    if (!take_anchor_with_offset(cursor, from) || !cursor.take_any({"to", "until", "up to"}) || !take_anchor_with_offset(cursor, to))
      return cursor.at = start, false;
    if (!from.quantity && !to.quantity) return cursor.at = start, false;  // "from the Supplier to the hub"
    return add_window(from, to, when), true;
  }
  if (!cursor.take("between")) return false;
  const auto least = read_quantity(cursor.tokens, cursor.at);
  WhenClause from, to;
  if (least && cursor.stands(cursor.at + least->tokens, "and")) {
    cursor.at += least->tokens + 1;
    if (!take_count(cursor, to) || to.side == TimeSide::none) return cursor.at = start, false;
    from = to;
    from.quantity = least->value;
  } else if (!take_anchor_with_offset(cursor, from) || !cursor.take("and") || !take_anchor_with_offset(cursor, to)) {
    return cursor.at = start, false;
  }
  add_window(from, to, when);
  return true;
}

// "Not less than 5 and not more than 10 WD before SSD": one unit and one anchor for two counts.
bool take_two_counts(WhenCursor& cursor, When& when) {
  const std::size_t start = cursor.at;
  if (!cursor.take_any({"at least", "not less than", "no less than", "a minimum of"})) return false;
  const auto least = read_quantity(cursor.tokens, cursor.at);
  if (!least) return cursor.at = start, false;
  cursor.at += least->tokens;
  WhenClause from, to;
  if (!cursor.take_any({"and no more than", "but no more than", "and a maximum of"}) || !take_count(cursor, to) || to.side == TimeSide::none)
    return cursor.at = start, false;
  from = to;
  from.quantity = least->value;
  from.relation = WhenRelation::at_least;
  to.relation = WhenRelation::within;
  when.clauses.push_back(std::move(from));
  when.clauses.push_back(std::move(to));
  when.all = true;
  return true;
}

// "By the earlier of SSD and 5 WD after 3.1.2": both hold; of the later, either.
bool take_one_of_two(WhenCursor& cursor, When& when, bool& any) {
  const std::size_t start = cursor.at;
  if (!cursor.take_any({"by", "no later than", "within", "on or before", "on", "at"})) return false;
  const auto relation = cursor.folded(start) == "on" && cursor.at == start + 1 ? WhenRelation::on : WhenRelation::by;
  cursor.take("the");
  const bool earlier = cursor.take_any({"earlier of", "sooner of", "earliest of", "first of"});
  if (!earlier && !cursor.take_any({"later of", "latest of", "last of"})) return cursor.at = start, false;
  cursor.take(":");
  std::vector<WhenClause> two(2);
  for (WhenClause& clause : two) {
    if (&clause != &two.front() && !(cursor.take_any({", and", "; and", "and", "or", ", or", "; or"}))) return cursor.at = start, false;
    cursor.take_any({"( a )", "( b )", "( i )", "( ii )", "a )", "b )", "i )", "ii )"});
    clause.relation = relation;
    const bool day = cursor.take_any({"the day which is", "the date which is", "the date falling", "the day falling"});
    if (!take_count(cursor, clause) && (day || clause.quantity || !take_anchor_with_offset(cursor, clause))) return cursor.at = start, false;
  }
  if (!two.front().quantity && !two.back().quantity) return cursor.at = start, false;  // an anchor of two: "the later of 3.1.2 and 3.1.3"
  (earlier ? when.all : any) = true;
  for (WhenClause& clause : two) when.clauses.push_back(std::move(clause));
  return true;
}

Joint take_joint(WhenCursor& cursor, When& when, bool& any) {
  const std::size_t length = connector_length(cursor, cursor.at);
  Joint joint = Joint::none;
  for (std::size_t n = 0; n < length; ++n) {
    if (cursor.folded(cursor.at + n) == "or") joint = Joint::any;
    if (cursor.folded(cursor.at + n) == "and" || cursor.folded(cursor.at + n) == "but") joint = Joint::all;
    if (cursor.folded(cursor.at + n) == "earlier") joint = Joint::all;  // "by SSD or, if earlier, within 5 WD of 3.1.2": both hold
  }
  cursor.at += length;
  const std::size_t start = cursor.at;
  const bool bracket = cursor.take("(");
  if (cursor.take("whichever is the earlier")) when.all = true;
  if (cursor.take("whichever is the later")) any = true;
  if (bracket && (cursor.at == start + 1 || !cursor.take(")"))) cursor.at = start;
  cursor.take(".");
  return joint;
}

bool read_all(WhenCursor& cursor, When& when) {
  bool any = false, bracket = false;  // "(or as agreed)"
  Joint joint = Joint::none;
  while (!cursor.done()) {
    if (!take_between(cursor, when) && !take_two_counts(cursor, when) && !take_one_of_two(cursor, when, any)) {
      WhenClause next;
      if (!take_clause(cursor, next)) return false;
      when.clauses.push_back(std::move(next));
      const std::size_t count = when.clauses.size();
      share_anchor(when.clauses, joint);
      if (when.clauses.size() < count) joint = Joint::none;
    }
    any = any || joint == Joint::any;
    when.all = when.all || joint == Joint::all;
    while (more_anchors(cursor, when)) {
    }
    cursor.take_any({"as applicable", "as the case may be", "( as applicable )", "( as the case may be )"});
    if (bracket && !cursor.take(")")) return false;
    if ((bracket = cursor.take("( or"))) {
      joint = Joint::any;
      continue;
    }
    const std::size_t at = cursor.at;
    joint = take_joint(cursor, when, any);
    if (cursor.at == at && !cursor.done() && !cursor.stands(at, "within") && !cursor.stands(at, "no later than") &&
        !cursor.stands(at, "not later than") && !(recurs(when.clauses.back()) && clause_starts(cursor, at)))
      return false;
  }
  return !when.clauses.empty() && joint == Joint::none && !bracket && !(any && when.all && when.clauses.size() > 2);
}

bool read_whole_anchor(WhenCursor& cursor, WhenAnchor& result) {
  const bool read = take_anchor(cursor, result) && cursor.done();
  if (!read) result = {};
  return read;
}

bool quantified(const std::vector<WhenToken>& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (read_time_of_day(tokens, at)) return true;
    const auto quantity = read_quantity(tokens, at);
    if (!quantity || tokens[at].folded == "a" || tokens[at].folded == "an") continue;
    std::size_t after = at + quantity->tokens;
    while (after < tokens.size() && tokens[after].kind == WhenTokenKind::symbol) ++after;
    if (read_unit(tokens, after)) return true;
  }
  return false;
}

}  // namespace

When read_when(std::string_view text) {
  When when;
  std::vector<WhenToken> tokens = limit_tokens(text, &when.mark);
  if (tokens.size() > most_tokens) return when;
  when.quantified = quantified(tokens);
  replace_synonyms(tokens);
  WhenCursor cursor{std::move(tokens)};
  when.understood = read_all(cursor, when);
  if (!when.understood) when.clauses.clear();
  if (!when.understood) when.all = false;
  // "T-3" has its quantity in a form of its own, which a search for a number and a unit does not see.
  when.quantified = when.quantified || std::any_of(when.clauses.begin(), when.clauses.end(),
                                                   [](const WhenClause& clause) { return clause.quantity || clause.minute_of_day; });
  return when;
}

WhenAnchor read_anchor(std::string_view text) {
  WhenAnchor anchor;
  std::vector<WhenToken> tokens = limit_tokens(text);
  if (tokens.size() > most_tokens) return anchor;
  WhenCursor cursor{std::move(tokens)};
  read_whole_anchor(cursor, anchor);
  return anchor;
}

}  // namespace dovetail
