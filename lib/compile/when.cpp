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
#include "compile/when_words.h"

namespace dovetail {
namespace {

constexpr std::size_t most_tokens = 400;  // a WHEN cell of more words is prose

// "of 3.1.2 or 3.1.3", "of 3.1.2 (or 3.1.3)", "of 3.1.2/3.1.3": the limit before, counted from another row.
bool more_anchors(WhenCursor& cursor, When& when) {
  const std::size_t start = cursor.at;
  const bool bracket = cursor.take("(");
  const bool all = cursor.folded(cursor.at) == "and" && !cursor.stands(cursor.at, "and / or");
  if (!cursor.take_any({"and / or", "or", "and", "/", ","})) return cursor.at = start, false;
  cursor.take("or");
  WhenClause again = when.clauses.back();
  again.anchor = {};
  if (when.clauses.back().anchor.kind == AnchorKind::none || !take_identified_anchor(cursor, again.anchor) || (bracket && !cursor.take(")")))
    return cursor.at = start, false;
  when.all = when.all || all;
  when.clauses.push_back(std::move(again));
  return true;
}

/// What joins a clause to the one before.
enum class Joint : std::uint8_t { none, any, all };

// "Following 3.2.1, within 2 WD": the second counts from what the first names. "At least 10 WD and no more than 20 WD before SSD": the first does.
void share_anchor(std::vector<WhenClause>& clauses, Joint joint) {
  if (clauses.size() < 2 || joint == Joint::any) return;
  WhenClause &first = clauses[clauses.size() - 2], &second = clauses.back();
  const bool opens = first.relation == WhenRelation::after || first.relation == WhenRelation::on || first.relation == WhenRelation::no_earlier_than;
  if (opens && !first.quantity && !first.minute_of_day && first.anchor.kind != AnchorKind::none && second.quantity &&
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

// "between 5 and 10 WD after 3.2.1", "between SSD - 5 WD and SSD": not sooner than the one, not later than the other.
bool take_between(WhenCursor& cursor, When& when) {
  const std::size_t start = cursor.at;
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
  from.relation = WhenRelation::no_earlier_than;
  to.relation = WhenRelation::no_later_than;
  if (to.quantity && to.side == TimeSide::before && from.quantity) std::swap(from.quantity, to.quantity);  // the larger count is the sooner
  when.clauses.push_back(std::move(from));
  when.clauses.push_back(std::move(to));
  when.all = true;
  return true;
}

Joint take_joint(WhenCursor& cursor, When& when, bool& any) {
  const std::size_t length = connector_length(cursor, cursor.at);
  Joint joint = Joint::none;
  for (std::size_t n = 0; n < length; ++n) {
    if (cursor.folded(cursor.at + n) == "or") joint = Joint::any;
    if (cursor.folded(cursor.at + n) == "and" || cursor.folded(cursor.at + n) == "but") joint = Joint::all;
  }
  cursor.at += length;
  if (cursor.take_any({"whichever is the earlier", "whichever is earlier", "whichever is the sooner", "whichever is sooner"})) when.all = true;
  if (cursor.take_any({"whichever is the later", "whichever is later"})) any = true;
  cursor.take(".");
  return joint;
}

bool read_all(WhenCursor& cursor, When& when) {
  bool any = false;
  Joint joint = Joint::none;
  while (!cursor.done()) {
    if (!take_between(cursor, when)) {
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
    const std::size_t at = cursor.at;
    joint = take_joint(cursor, when, any);
    if (cursor.at == at && !cursor.done() && !cursor.stands(at, "within") && !cursor.stands(at, "no later than") &&
        !cursor.stands(at, "not later than"))
      return false;
  }
  return !when.clauses.empty() && joint == Joint::none && !(any && when.all && when.clauses.size() > 2);
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
