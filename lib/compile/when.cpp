// The grammar of time limits: WHEN cells and SLA texts become values that can be compared.
#include "compile/when.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "compile/when_words.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t most_tokens = 400;  // a WHEN cell of more words is prose

/// A cursor over the tokens of one text; each take_… reads something whole or leaves the cursor where it was.
class WhenReader {
 public:
  explicit WhenReader(std::vector<WhenToken> tokens) : tokens_(std::move(tokens)) {}

  bool read_all(When& when);
  bool read_whole_anchor(WhenAnchor& anchor);

 private:
  [[nodiscard]] bool done() const { return at_ >= tokens_.size(); }
  [[nodiscard]] std::string_view folded(std::size_t at) const {
    return at < tokens_.size() ? std::string_view(tokens_[at].folded) : std::string_view();
  }
  [[nodiscard]] bool stands(std::size_t at, std::string_view phrase) const { return length_of(at, phrase) > 0; }
  [[nodiscard]] std::size_t length_of(std::size_t at, std::string_view phrase) const;
  bool take(std::string_view phrase);
  bool take_any(std::initializer_list<std::string_view> phrases);

  bool clause(WhenClause& clause);
  bool idle_clause(WhenClause& clause);
  bool prompt_clause(WhenClause& clause);
  bool same_day_clause(WhenClause& clause);
  bool limit_clause(WhenClause& clause);
  bool minimum_clause(WhenClause& clause);
  bool point_clause(WhenClause& clause);
  bool next_day(WhenClause& clause);
  bool recurring(WhenClause& clause);
  bool counted(WhenClause& clause);
  bool side_and_anchor(WhenClause& clause);
  bool anchor_with_offset(WhenClause& clause);
  bool anchor(WhenAnchor& anchor);
  bool identified_anchor(WhenAnchor& anchor);
  bool worded_anchor(WhenAnchor& anchor);
  bool time_of_day(WhenClause& clause);
  bool condition(WhenClause& clause);
  [[nodiscard]] bool clause_starts(std::size_t at) const;
  [[nodiscard]] std::size_t connector_length(std::size_t at) const;
  [[nodiscard]] bool anchor_ends(std::size_t at) const;
  bool more_anchors(When& when);

  std::vector<WhenToken> tokens_;
  std::size_t at_ = 0;
};

std::size_t WhenReader::length_of(std::size_t at, std::string_view phrase) const {
  std::size_t taken = 0;
  while (!phrase.empty()) {
    const std::size_t space = phrase.find(' ');
    if (folded(at + taken) != phrase.substr(0, space)) return 0;
    ++taken;
    phrase = space == std::string_view::npos ? std::string_view() : phrase.substr(space + 1);
  }
  return taken;
}

bool WhenReader::take(std::string_view phrase) {
  const std::size_t length = length_of(at_, phrase);
  at_ += length;
  return length > 0;
}

bool WhenReader::take_any(std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return take(phrase); });
}

constexpr std::array<std::string_view, 33> clause_starters{"within",
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
                                                           "as necessary"};

bool WhenReader::clause_starts(std::size_t at) const {
  if (std::any_of(clause_starters.begin(), clause_starters.end(), [&](std::string_view starter) { return stands(at, starter); })) return true;
  const auto quantity = read_quantity(tokens_, at);
  return quantity && read_unit(tokens_, at + quantity->tokens);
}

// "or", "and", ", or", ";": the tokens of what joins two clauses; 0 where nothing does.
std::size_t WhenReader::connector_length(std::size_t at) const {
  std::size_t length = 0;
  while (folded(at + length) == "," || folded(at + length) == ";" || folded(at + length) == "." || folded(at + length) == "or" ||
         folded(at + length) == "and" || folded(at + length) == "but" || folded(at + length) == "if")
    if (folded(at + length) == "if" && !stands(at + length, "if earlier") && !stands(at + length, "if later"))
      break;
    else
      ++length;
  return length;
}

bool WhenReader::anchor_ends(std::size_t at) const {
  if (at >= tokens_.size()) return true;
  const std::size_t connector = connector_length(at);
  if (connector > 0)
    return clause_starts(at + connector) || at + connector >= tokens_.size() || folded(at) == "," || folded(at) == ";" || folded(at) == ".";
  const std::string_view word = folded(at);
  if (word == "+" || word == "-" || word == "plus" || word == "minus") return read_quantity(tokens_, at + 1).has_value();
  return word == "if" || word == "where" || word == "unless" || word == "(" || word == "whichever";
}

bool WhenReader::time_of_day(WhenClause& clause) {
  const auto time = read_time_of_day(tokens_, at_);
  if (!time) return false;
  clause.minute_of_day = time->value;
  at_ += time->tokens;
  return true;
}

bool WhenReader::identified_anchor(WhenAnchor& anchor) {
  const std::size_t start = at_;
  take("the");
  if (take_any({"receipt of", "receiving"}))
    anchor.transfer = Transfer::received;
  else if (take_any({"sending of", "sending", "issue of", "despatch of", "dispatch of"}))
    anchor.transfer = Transfer::sent;
  take_any({"the", "an", "a"});
  const bool named = take_any({"step", "paragraph", "row", "section", "stage"});
  const bool numbered = !done() && tokens_[at_].kind == WhenTokenKind::number && (named || tokens_[at_].text.find('.') != std::string::npos) &&
                        !read_unit(tokens_, at_ + 1) && folded(at_ + 1) != "am" && folded(at_ + 1) != "pm" && folded(at_ + 1) != "p.m.";
  const bool label = !done() && (tokens_[at_].kind == WhenTokenKind::label || numbered);
  const bool message = !done() && !named && tokens_[at_].kind == WhenTokenKind::message;
  if (!label && !message) {
    at_ = start;
    anchor = {};
    return false;
  }
  anchor.kind = label ? AnchorKind::row : AnchorKind::message;
  anchor.text = tokens_[at_++].text;
  if (take_any({"being received", "is received", "has been received", "received", "receipt", "was received"}))
    anchor.transfer = Transfer::received;
  else if (take_any({"being sent", "is sent", "has been sent", "sent", "was sent"}))
    anchor.transfer = Transfer::sent;
  return true;
}

bool WhenReader::worded_anchor(WhenAnchor& anchor) {
  const std::size_t start = at_;
  take_any({"the", "a", "an"});
  std::string text;
  bool term = false;
  for (; !anchor_ends(at_); ++at_) {
    const WhenToken& token = tokens_[at_];
    // A number inside a name may be a quantity that nobody has understood; "1 October" is a date.
    static constexpr std::array<std::string_view, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                                             "july",    "august",   "september", "october", "november", "december"};
    const bool date = token.kind == WhenTokenKind::number && text.empty() && std::find(months.begin(), months.end(), folded(at_ + 1)) != months.end();
    if ((says_number(token) && !date) ||
        (token.kind == WhenTokenKind::symbol && token.text != "'" && token.text != "-" && token.text != "/" && token.text != "\"") ||
        (read_unit(tokens_, at_) && token.folded != "day" && token.folded != "days" && token.folded != "month")) {
      at_ = start;
      return false;
    }
    if (!text.empty()) text += ' ';
    text += token.text;
    term = term || date;
    const bool last = anchor_ends(at_ + 1);
    if (last && (all_upper(token.text) || token.folded == "date" || token.folded == "day")) term = true;
  }
  if (text.empty()) {
    at_ = start;
    return false;
  }
  anchor.kind = term ? AnchorKind::term : AnchorKind::event;
  anchor.text = std::move(text);
  return true;
}

bool WhenReader::anchor(WhenAnchor& anchor) {
  if (identified_anchor(anchor) && anchor_ends(at_)) return true;
  if (anchor.kind != AnchorKind::none) return connector_length(at_) > 0;
  return worded_anchor(anchor);
}

// "SSD + 5 WD", "SF-2 WD", "SD+1": an anchor and a count from it.
bool WhenReader::anchor_with_offset(WhenClause& clause) {
  if (!anchor(clause.anchor)) return false;
  const bool plus = folded(at_) == "+" || folded(at_) == "plus";
  const bool minus = folded(at_) == "-" || folded(at_) == "minus";
  if (!plus && !minus) return true;
  const auto quantity = read_quantity(tokens_, at_ + 1);
  if (!quantity || clause.quantity) return false;
  at_ += 1 + quantity->tokens;
  clause.quantity = quantity->value;
  clause.side = plus ? TimeSide::after : TimeSide::before;
  clause.unit = TimeUnit::day;
  if (const auto unit = read_unit(tokens_, at_)) {
    clause.unit = unit->value;
    at_ += unit->tokens;
  }
  return true;
}

bool WhenReader::side_and_anchor(WhenClause& clause) {
  const std::size_t start = at_;
  take(",");
  if (take_any({"of", "after", "following", "from", "beginning with", "starting with"}))
    clause.side = TimeSide::after;
  else if (take_any({"before", "prior to", "in advance of", "ahead of"}))
    clause.side = TimeSide::before;
  else {
    at_ = start;
    return anchor_ends(at_);  // a quantity with no anchor: "within 5 WD"
  }
  return anchor(clause.anchor);
}

// "2 WD of …", "a period of five (5) Working Days after …".
bool WhenReader::counted(WhenClause& clause) {
  const std::size_t start = at_;
  take_any({"a period of", "the period of", "the"});
  const auto quantity = read_quantity(tokens_, at_);
  const auto unit = quantity ? read_unit(tokens_, at_ + quantity->tokens) : std::nullopt;
  if (!unit) {
    at_ = start;
    return false;
  }
  at_ += quantity->tokens + unit->tokens;
  clause.quantity = quantity->value;
  clause.unit = unit->value;
  return side_and_anchor(clause);
}

// "the next Working Day", "the third Working Day after …", "the 5th WD following …".
bool WhenReader::next_day(WhenClause& clause) {
  const std::size_t start = at_;
  take("the");
  double count = 1;
  if (take_any({"next", "following"})) {
    count = 1;
  } else if (const auto named = ordinal(folded(at_))) {
    count = *named;
    ++at_;
  } else if (!done() && tokens_[at_].kind == WhenTokenKind::number &&
             (stands(at_ + 1, "st") || stands(at_ + 1, "nd") || stands(at_ + 1, "rd") || stands(at_ + 1, "th"))) {
    count = read_quantity(tokens_, at_)->value;
    at_ += 2;
  } else {
    at_ = start;
    return false;
  }
  const auto unit = read_unit(tokens_, at_);
  const bool day = unit && (unit->value == TimeUnit::working_day || unit->value == TimeUnit::calendar_day || unit->value == TimeUnit::day);
  if (!day) {
    at_ = start;
    return false;
  }
  at_ += unit->tokens;
  clause.quantity = count;
  clause.unit = unit->value;
  clause.side = TimeSide::after;
  return side_and_anchor(clause);
}

// "each WD", "every month".
bool WhenReader::recurring(WhenClause& clause) {
  if (!stands(at_, "each") && !stands(at_, "every")) return false;
  const auto unit = read_unit(tokens_, at_ + 1);
  if (!unit || !anchor_ends(at_ + 1 + unit->tokens)) return false;
  static constexpr std::array<std::string_view, 9> names{"", "minute", "hour", "day", "Working Day", "calendar day", "week", "month", "year"};
  at_ += 1 + unit->tokens;
  clause.anchor.kind = AnchorKind::term;
  clause.anchor.text = "each ";
  clause.anchor.text += names[static_cast<std::size_t>(unit->value)];
  return true;
}

bool WhenReader::idle_clause(WhenClause& clause) {
  if (!take_any({"as and when required", "as and when necessary", "as required", "as necessary", "as appropriate", "when required", "if required",
                 "at any time", "as requested", "on request as required"}))
    return false;
  clause.relation = WhenRelation::as_required;
  return true;
}

bool WhenReader::prompt_clause(WhenClause& clause) {
  if (take_any({"as soon as is reasonably practicable", "as soon as reasonably practicable", "as soon as reasonably possible",
                "as soon as practicable", "as soon as possible", "promptly"}))
    clause.relation = WhenRelation::promptly;
  else if (take("immediately"))
    clause.relation = WhenRelation::immediately;
  else
    return false;
  if (take_any({"on", "upon", "after", "following"})) return anchor(clause.anchor);
  return true;
}

// "Same day if received by 18:00", "On the same day as IF-901".
bool WhenReader::same_day_clause(WhenClause& clause) {
  const std::size_t start = at_;
  take_any({"on", "by the end of", "within"});
  take("the");
  if (!take("same")) return at_ = start, false;
  const auto unit = read_unit(tokens_, at_);
  if (!unit || (unit->value != TimeUnit::day && unit->value != TimeUnit::working_day && unit->value != TimeUnit::calendar_day))
    return at_ = start, false;
  at_ += unit->tokens;
  clause.relation = WhenRelation::by;
  clause.quantity = 0;
  clause.unit = unit->value == TimeUnit::day ? TimeUnit::calendar_day : unit->value;
  clause.side = TimeSide::after;
  if (take("as")) return anchor(clause.anchor);
  return true;
}

bool WhenReader::limit_clause(WhenClause& clause) {
  if (take("within"))
    clause.relation = WhenRelation::within;
  else if (take_any({"no later than", "not later than", "no more than", "not more than", "by no later than"}))
    clause.relation = WhenRelation::no_later_than;
  else if (take("by"))
    clause.relation = WhenRelation::by;
  else
    return false;
  take_any({"the latest", "close of", "the close of"});
  if (time_of_day(clause)) {
    if (anchor_ends(at_)) return true;
    take_any({"on", "of"});
  }
  if (recurring(clause) || next_day(clause)) return true;
  if (counted(clause)) return true;
  if (clause.quantity || clause.relation == WhenRelation::within) return false;
  return anchor_with_offset(clause);
}

bool WhenReader::minimum_clause(WhenClause& clause) {
  if (!take_any({"at least", "not less than", "no less than", "a minimum of", "at a minimum of"})) return false;
  clause.relation = WhenRelation::at_least;
  return counted(clause);
}

bool WhenReader::point_clause(WhenClause& clause) {
  if (take_any({"at the same time as"})) {
    clause.relation = WhenRelation::same_time;
    return anchor(clause.anchor);
  }
  if (take_any({"after", "following", "once"})) {
    clause.relation = WhenRelation::after;
    return anchor(clause.anchor);
  }
  if (take_any({"before", "prior to", "in advance of"})) {
    clause.relation = WhenRelation::before;
    return anchor(clause.anchor);
  }
  const bool preposition = take_any({"on", "upon", "at"});
  clause.relation = WhenRelation::on;
  if (time_of_day(clause)) {
    if (anchor_ends(at_)) return true;
    take_any({"on", "of"});
  }
  if (recurring(clause) || next_day(clause)) return true;
  if (counted(clause)) return clause.side != TimeSide::none;
  if (clause.quantity) return false;
  if (!anchor_with_offset(clause)) return false;
  return preposition || clause.quantity.has_value() || clause.anchor.kind == AnchorKind::row || clause.anchor.kind == AnchorKind::message;
}

// "if received by 18:00" is a cut-off; any other condition is kept as words.
bool WhenReader::condition(WhenClause& clause) {
  const bool bracket = take("(");
  if (!stands(at_, "if") && !stands(at_, "where") && !stands(at_, "unless")) return !bracket;
  const std::size_t start = at_;
  if (take_any({"if received by", "if received before", "where received by", "if it is received by"}) && !clause.minute_of_day &&
      time_of_day(clause)) {
    clause.cut_off = true;
  } else {
    at_ = start;
    for (; !done() && tokens_[at_].text != ")" && tokens_[at_].text != ";" && tokens_[at_].text != "."; ++at_) {
      if (says_number(tokens_[at_])) return false;
      if (!clause.condition.empty()) clause.condition += ' ';
      clause.condition += tokens_[at_].text;
    }
  }
  return !bracket || take(")");
}

bool WhenReader::clause(WhenClause& clause) {
  take("but");
  take_any({"in any event", "in any case"});
  take(",");
  const bool read = idle_clause(clause) || prompt_clause(clause) || same_day_clause(clause) || minimum_clause(clause) || limit_clause(clause) ||
                    point_clause(clause);
  return read && condition(clause);
}

// "of 3.1.2 or 3.1.3": the limit before, counted from another row.
bool WhenReader::more_anchors(When& when) {
  const std::size_t start = at_;
  const bool all = folded(at_) == "and";
  if (!take_any({"or", "and", "/", ","})) return false;
  take("or");
  WhenClause again = when.clauses.back();
  again.anchor = {};
  if (when.clauses.back().anchor.kind == AnchorKind::none || !identified_anchor(again.anchor)) return at_ = start, false;
  when.all = when.all || all;
  when.clauses.push_back(std::move(again));
  return true;
}

bool WhenReader::read_all(When& when) {
  bool any = false;
  while (!done()) {
    WhenClause next;
    if (!clause(next)) return false;
    when.clauses.push_back(std::move(next));
    while (more_anchors(when)) {
    }
    const std::size_t length = connector_length(at_);
    for (std::size_t n = 0; n < length; ++n) {
      any = any || folded(at_ + n) == "or";
      when.all = when.all || folded(at_ + n) == "and" || folded(at_ + n) == "but";
    }
    at_ += length;
    if (take_any({"whichever is the earlier", "whichever is earlier", "whichever is the sooner", "whichever is sooner"})) when.all = true;
    if (take_any({"whichever is the later", "whichever is later"})) any = true;
    take(".");
    if (length == 0 && !done()) return false;
  }
  return !when.clauses.empty() && !(any && when.all && when.clauses.size() > 2);
}

bool WhenReader::read_whole_anchor(WhenAnchor& result) {
  const bool read = anchor(result) && done();
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
  WhenReader reader(std::move(tokens));
  when.understood = reader.read_all(when);
  if (!when.understood) when.clauses.clear();
  if (!when.understood) when.all = false;
  return when;
}

WhenAnchor read_anchor(std::string_view text) {
  WhenAnchor anchor;
  std::vector<WhenToken> tokens = limit_tokens(text);
  if (tokens.size() > most_tokens) return anchor;
  WhenReader reader(std::move(tokens));
  reader.read_whole_anchor(anchor);
  return anchor;
}

}  // namespace dovetail
