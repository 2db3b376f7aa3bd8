// What a time limit is counted from: a row, a message, a date term, an event.
#include "compile/when_anchor.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/unicode.h"

namespace dovetail {
namespace {

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_id(const WhenToken& token) { return token.kind == WhenTokenKind::label || token.kind == WhenTokenKind::message; }

// Words around an id that leave it the anchor: "receipt of the notification in 3.2.5", "completion of step 3.1.2", "IF-901 from the Supplier".
Transfer transfer_of(std::string_view word) {
  static constexpr std::array<std::string_view, 4> received{"receipt", "received", "receiving", "receive"};
  static constexpr std::array<std::string_view, 8> sent{"sending", "sent", "issue", "issued", "issuing", "despatch", "dispatch", "sends"};
  if (is_one_of(word, received)) return Transfer::received;
  return is_one_of(word, sent) ? Transfer::sent : Transfer::none;
}

bool leaves_anchor(std::string_view word) {
  static constexpr std::array<std::string_view, 37> words{
      "of",        "in",         "under",        "at",     "the",          "a",           "an",   "is",        "are",     "has",
      "being",     "been",       "have",         "was",    "step",         "steps",       "row",  "paragraph", "section", "completion",
      "completed", "completing", "notification", "notice", "confirmation", "information", "data", "message",   "flow",    "its",
      "details",   "complete",   "relevant",     "valid",  "request",      "any",         "and"};
  return is_one_of(word, words) || transfer_of(word) != Transfer::none;
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
      if (seen || (at > cursor.at && cursor.folded(at - 1) == "to")) return false;
      seen = at;
      of_party = false;
      continue;
    }
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

constexpr std::array<std::string_view, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                                  "july",    "august",   "september", "october", "november", "december"};

// A number inside a name may be a quantity that nobody has understood; "1 October" and "1 October 2026" are dates.
bool is_part_of_date(const WhenCursor& cursor, std::size_t at) {
  if (cursor.tokens[at].kind != WhenTokenKind::number) return false;
  if (is_one_of(cursor.folded(at + 1), months)) return true;
  return at > 0 && is_one_of(cursor.folded(at - 1), months) && cursor.tokens[at].text.size() == 4;
}

bool worded_anchor(WhenCursor& cursor, WhenAnchor& anchor) {
  const std::size_t start = cursor.at;
  cursor.take_any({"the", "a", "an"});
  std::string text;
  bool term = false;
  for (; !anchor_ends(cursor, cursor.at); ++cursor.at) {
    const WhenToken& token = cursor.tokens[cursor.at];
    const bool date = is_part_of_date(cursor, cursor.at);
    const std::string_view before = cursor.at > start ? cursor.folded(cursor.at - 1) : std::string_view();
    const bool recurs = before == "each" || before == "every";
    if ((says_number(token) && !date) ||
        (token.kind == WhenTokenKind::symbol && token.text != "'" && token.text != "-" && token.text != "/" && token.text != "\"") ||
        (!recurs && read_unit(cursor.tokens, cursor.at) && token.folded != "day" && token.folded != "days" && token.folded != "month")) {
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
  if (anchor_around_id(cursor, anchor)) return true;
  anchor = {};
  return worded_anchor(cursor, anchor);
}

}  // namespace dovetail
