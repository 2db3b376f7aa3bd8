// The grammar of time limits: WHEN cells and SLA texts become values that can be compared.
#include "compile/when.h"

#include <string>
#include <utility>

#include "compile/when_anchor.h"
#include "compile/when_clause.h"
#include "compile/when_words.h"

namespace dovetail {
namespace {

constexpr std::size_t most_tokens = 400;  // a WHEN cell of more words is prose

// "of 3.1.2 or 3.1.3": the limit before, counted from another row.
bool more_anchors(WhenCursor& cursor, When& when) {
  const std::size_t start = cursor.at;
  const bool all = cursor.folded(cursor.at) == "and";
  if (!cursor.take_any({"or", "and", "/", ","})) return false;
  cursor.take("or");
  WhenClause again = when.clauses.back();
  again.anchor = {};
  if (when.clauses.back().anchor.kind == AnchorKind::none || !take_identified_anchor(cursor, again.anchor)) return cursor.at = start, false;
  when.all = when.all || all;
  when.clauses.push_back(std::move(again));
  return true;
}

bool read_all(WhenCursor& cursor, When& when) {
  bool any = false;
  while (!cursor.done()) {
    WhenClause next;
    if (!take_clause(cursor, next)) return false;
    when.clauses.push_back(std::move(next));
    while (more_anchors(cursor, when)) {
    }
    const std::size_t length = connector_length(cursor, cursor.at);
    for (std::size_t n = 0; n < length; ++n) {
      any = any || cursor.folded(cursor.at + n) == "or";
      when.all = when.all || cursor.folded(cursor.at + n) == "and" || cursor.folded(cursor.at + n) == "but";
    }
    cursor.at += length;
    if (cursor.take_any({"whichever is the earlier", "whichever is earlier", "whichever is the sooner", "whichever is sooner"})) when.all = true;
    if (cursor.take_any({"whichever is the later", "whichever is later"})) any = true;
    cursor.take(".");
    if (length == 0 && !cursor.done()) return false;
  }
  return !when.clauses.empty() && !(any && when.all && when.clauses.size() > 2);
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
  std::vector<WhenToken> tokens = limit_tokens(text);
  if (tokens.size() > most_tokens) return when;
  when.quantified = quantified(tokens);
  WhenCursor cursor{std::move(tokens)};
  when.understood = read_all(cursor, when);
  if (!when.understood) when.clauses.clear();
  if (!when.understood) when.all = false;
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
