// What a time limit is counted from: a row, a message, a date term, an event.
#include "compile/when_anchor.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/holds.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool is_id(const WhenToken& token) { return token.kind == WhenTokenKind::label || token.kind == WhenTokenKind::message; }

// Words around an id that leave it the anchor: "receipt of the notification in 3.2.5", "completion of step 3.1.2", "IF-901 from the Supplier".
Transfer transfer_of(std::string_view word) {
  static constexpr std::array<std::string_view, 5> received{"receipt", "received", "receiving", "receive", "receives"};
  static constexpr std::array<std::string_view, 8> sent{"sending", "sent", "issue", "issued", "issuing", "despatch", "dispatch", "sends"};
  if (holds(received, word)) return Transfer::received;
  return holds(sent, word) ? Transfer::sent : Transfer::none;
}

bool leaves_anchor(std::string_view word) {
  static constexpr std::array<std::string_view, 59> words{
      "of",        "in",         "under",        "at",     "the",          "a",           "an",       "is",         "are",        "has",
      "being",     "been",       "have",         "was",    "step",         "steps",       "row",      "paragraph",  "section",    "completion",
      "completed", "completing", "notification", "notice", "confirmation", "information", "data",     "message",    "flow",       "its",
      "details",   "complete",   "relevant",     "valid",  "request",      "any",         "and",      "it",         "having",     "day",
      "date",      "time",       "on",           "which",  "when",         "made",        "pursuant", "accordance", "with",       "referred",
      "given",     "submitted",  "provided",     "occurs", "occurred",     "takes",       "place",    "response",   "application"};
  return holds(words, word) || transfer_of(word) != Transfer::none;
}

// The one id that the words up to the anchor's end are about, if they are about one: the row where a row and a message are named ("D0155 in
// 3.2.1"). Moves the cursor behind them.
bool anchor_around_id(WhenCursor& cursor, WhenAnchor& anchor) {
  std::optional<std::size_t> label, message;
  Transfer transfer = Transfer::none;
  std::size_t at = cursor.at;
  bool of_party = false;  // behind "from", "by" or "to": the names of a party
  for (; !anchor_ends(cursor, at); ++at) {
    const WhenToken& token = cursor.tokens[at];
    if (is_id(token)) {
      auto& seen = token.kind == WhenTokenKind::label ? label : message;
      const bool range =
          at > cursor.at + 1 && cursor.folded(at - 1) == "to" && cursor.folded(at - 2) != "referred" && cursor.folded(at - 2) != "pursuant";
      if (seen || range) return false;
      seen = at;
      of_party = false;
      continue;
    }
    const bool referred = token.folded == "to" && at > cursor.at && (cursor.folded(at - 1) == "referred" || cursor.folded(at - 1) == "pursuant");
    if (referred) continue;
    if (token.folded == "from" || token.folded == "by" || token.folded == "to") {
      of_party = true;
      continue;
    }
    const bool party =
        starts_upper(token.text) && (of_party || at == cursor.at || cursor.folded(at - 1) == "the" || starts_upper(cursor.tokens[at - 1].text));
    if (!party && !leaves_anchor(token.folded)) return false;
    if (const Transfer said = transfer_of(token.folded); said != Transfer::none) {
      if (transfer != Transfer::none && transfer != said) return false;
      transfer = said;
    }
  }
  if (!label && !message) return false;
  anchor.kind = label ? AnchorKind::row : AnchorKind::message;
  anchor.text = cursor.tokens[label ? *label : *message].text;
  anchor.transfer = transfer;
  cursor.at = at;
  return true;
}

// A month by its name or the first three letters of it; its full name.
std::string_view month_named(std::string_view word) {
  static constexpr std::array<std::string_view, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                                           "July",    "August",   "September", "October", "November", "December"};
  if (word == "sept") return months[8];
  for (const std::string_view month : months)
    if (word.size() >= 3 && (word.size() == 3 || word.size() == month.size()) && fold(month).starts_with(word)) return month;
  return {};
}

// A number inside a name may be a quantity that nobody has understood; "1 October 2026" within longer words is a date.
bool is_part_of_date(const WhenCursor& cursor, std::size_t at) {
  if (cursor.tokens[at].kind != WhenTokenKind::number) return false;
  if (!month_named(cursor.folded(at + 1)).empty()) return true;
  return at > 0 && !month_named(cursor.folded(at - 1)).empty() && cursor.tokens[at].text.size() == 4;
}

// "1 October", "the 31st of March 2026", "30 Apr each year": a date known by its name, in one spelling.
bool date_anchor(WhenCursor& cursor, WhenAnchor& anchor) {
  const std::size_t start = cursor.at;
  cursor.take("the");
  const auto number = [&] {
    return !cursor.done() && cursor.tokens[cursor.at].kind == WhenTokenKind::number ? cursor.tokens[cursor.at].text : std::string();
  };
  std::string day = number();
  if (!day.empty()) {
    ++cursor.at;
    cursor.take_any({"st", "nd", "rd", "th"});
    cursor.take("day");
    cursor.take("of");
  }
  const std::string_view month = month_named(cursor.folded(cursor.at));
  if (month.empty()) return cursor.at = start, false;
  ++cursor.at;
  if (day.empty()) {  // "March 31"
    day = number();
    if (day.empty()) return cursor.at = start, false;
    ++cursor.at;
    cursor.take_any({"st", "nd", "rd", "th"});
  }
  if (day.size() > 2 || day == "0") return cursor.at = start, false;
  anchor = {AnchorKind::term, (day.front() == '0' ? day.substr(1) : day) + " " + std::string(month), Transfer::none};
  if (number().size() == 4) anchor.text += " " + cursor.tokens[cursor.at++].text;
  cursor.take(",");
  if (cursor.take_any({"each year", "every year", "in each year", "of each year", "in every year", "of every year", "annually", "in any year",
                       "each and every year"}))
    anchor.text += " each year";
  else if (cursor.folded(cursor.at - 1) == ",")
    --cursor.at;
  return anchor_ends(cursor, cursor.at) || (cursor.at = start, anchor = {}, false);
}

// "the end of the week", "each month": a period that nobody counts. Behind a number it would be a count.
bool is_period(const WhenCursor& cursor, std::size_t start, std::size_t at) {
  static constexpr std::array<std::string_view, 17> leads{"half",     "each",     "every",      "the",       "following", "next",
                                                          "same",     "relevant", "that",       "financial", "calendar",  "preceding",
                                                          "previous", "of",       "settlement", "current",   "billing"};
  if (at == start || !holds(leads, cursor.folded(at - 1))) return false;
  return anchor_ends(cursor, at + 1) || cursor.stands(at + 1, "in which") || cursor.stands(at + 1, "to which") || cursor.stands(at + 1, "concerned");
}

bool worded_anchor(WhenCursor& cursor, WhenAnchor& anchor) {
  const std::size_t start = cursor.at;
  cursor.take_any({"the", "a", "an"});
  std::string text;
  bool term = false;
  for (; !anchor_ends(cursor, cursor.at); ++cursor.at) {
    const WhenToken& token = cursor.tokens[cursor.at];
    const bool date = is_part_of_date(cursor, cursor.at);
    if ((says_number(token) && !date) ||
        (token.kind == WhenTokenKind::symbol && token.text != "'" && token.text != "-" && token.text != "/" && token.text != "\"") ||
        (!is_period(cursor, start, cursor.at) && read_unit(cursor.tokens, cursor.at) && token.folded != "day" && token.folded != "days" &&
         token.folded != "month")) {
      cursor.at = start;
      return false;
    }
    if (!text.empty()) text += ' ';
    text += token.text;
    term = term || date;
    const bool last = anchor_ends(cursor, cursor.at + 1);
    if (last && (all_upper(token.text) || token.folded == "date" || token.folded == "day")) term = true;
  }
  if (text.empty()) {
    cursor.at = start;
    return false;
  }
  anchor.kind = term ? AnchorKind::term : AnchorKind::event;
  anchor.text = std::move(text);
  return true;
}

}  // namespace

bool take_identified_anchor(WhenCursor& cursor, WhenAnchor& anchor) {
  const std::size_t start = cursor.at;
  cursor.take_any({"either", "both"});
  cursor.take("the");
  if (cursor.take_any({"receipt of", "receiving"}))
    anchor.transfer = Transfer::received;
  else if (cursor.take_any({"sending of", "sending", "issue of", "despatch of", "dispatch of"}))
    anchor.transfer = Transfer::sent;
  else
    cursor.take_any({"completion of", "completing"});
  cursor.take_any({"the", "an", "a"});
  const bool named = cursor.take_any({"step", "steps", "paragraph", "row", "section", "stage"});
  const bool numbered = !cursor.done() && cursor.tokens[cursor.at].kind == WhenTokenKind::number &&
                        (named || cursor.tokens[cursor.at].text.find('.') != std::string::npos) && !read_unit(cursor.tokens, cursor.at + 1) &&
                        cursor.folded(cursor.at + 1) != "am" && cursor.folded(cursor.at + 1) != "pm" && cursor.folded(cursor.at + 1) != "p.m.";
  const bool label = !cursor.done() && (cursor.tokens[cursor.at].kind == WhenTokenKind::label || numbered);
  const bool message = !cursor.done() && !named && cursor.tokens[cursor.at].kind == WhenTokenKind::message;
  if (!label && !message) {
    cursor.at = start;
    anchor = {};
    return false;
  }
  anchor.kind = label ? AnchorKind::row : AnchorKind::message;
  anchor.text = cursor.tokens[cursor.at++].text;
  if (cursor.take_any({"being received", "is received", "has been received", "received", "receipt", "was received"}))
    anchor.transfer = Transfer::received;
  else if (cursor.take_any({"being sent", "is sent", "has been sent", "sent", "was sent"}))
    anchor.transfer = Transfer::sent;
  else
    cursor.take_any({"being completed", "is completed", "has been completed", "completed", "is complete", "complete"});
  return true;
}

bool take_anchor(WhenCursor& cursor, WhenAnchor& anchor) {
  const std::size_t start = cursor.at;
  if (take_identified_anchor(cursor, anchor) &&
      (anchor_ends(cursor, cursor.at) || connector_length(cursor, cursor.at) > 0 || cursor.folded(cursor.at) == "/"))
    return true;
  cursor.at = start;
  anchor = {};
  if (anchor_around_id(cursor, anchor) || date_anchor(cursor, anchor)) return true;
  anchor = {};
  return worded_anchor(cursor, anchor);
}

}  // namespace dovetail
