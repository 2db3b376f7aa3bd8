// What a time limit is counted from: a row, a message, a date term, an event.
#include "compile/when_anchor.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/unicode.h"

namespace dovetail {
namespace {

bool worded_anchor(WhenCursor& cursor, WhenAnchor& anchor) {
  const std::size_t start = cursor.at;
  cursor.take_any({"the", "a", "an"});
  std::string text;
  bool term = false;
  for (; !anchor_ends(cursor, cursor.at); ++cursor.at) {
    const WhenToken& token = cursor.tokens[cursor.at];
    // A number inside a name may be a quantity that nobody has understood; "1 October" is a date.
    static constexpr std::array<std::string_view, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                                             "july",    "august",   "september", "october", "november", "december"};
    const bool date =
        token.kind == WhenTokenKind::number && text.empty() && std::find(months.begin(), months.end(), cursor.folded(cursor.at + 1)) != months.end();
    if ((says_number(token) && !date) ||
        (token.kind == WhenTokenKind::symbol && token.text != "'" && token.text != "-" && token.text != "/" && token.text != "\"") ||
        (read_unit(cursor.tokens, cursor.at) && token.folded != "day" && token.folded != "days" && token.folded != "month")) {
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
  cursor.take("the");
  if (cursor.take_any({"receipt of", "receiving"}))
    anchor.transfer = Transfer::received;
  else if (cursor.take_any({"sending of", "sending", "issue of", "despatch of", "dispatch of"}))
    anchor.transfer = Transfer::sent;
  cursor.take_any({"the", "an", "a"});
  const bool named = cursor.take_any({"step", "paragraph", "row", "section", "stage"});
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
  return true;
}

bool take_anchor(WhenCursor& cursor, WhenAnchor& anchor) {
  if (take_identified_anchor(cursor, anchor) && anchor_ends(cursor, cursor.at)) return true;
  if (anchor.kind != AnchorKind::none) return connector_length(cursor, cursor.at) > 0;
  return worded_anchor(cursor, anchor);
}

}  // namespace dovetail
