// A time limit as read from the WHEN cell of a timetable or from the choreography: plain values that can be compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"

namespace dovetail {

struct Item;

/// What the text says about the time. within, no_later_than and by are the same limit in other words; promptly: "as soon as possible".
enum class WhenRelation : std::uint8_t {
  within,
  no_later_than,
  by,
  at_least,
  on,
  same_time,
  immediately,
  promptly,
  after,
  before,
  as_required,
  no_earlier_than
};

/// day: neither working nor calendar is said ("SD+1").
enum class TimeUnit : std::uint8_t { none, minute, hour, day, working_day, calendar_day, week, month, year };

/// On which side of its anchor a quantity is counted.
enum class TimeSide : std::uint8_t { none, before, after };

/// none: the text names nothing. row: a timetable's REF. message: an interface, flow or process step id. term: a date known by a name ("SSD", "1
/// October"). event: any other words.
enum class AnchorKind : std::uint8_t { none, row, message, event, term };
enum class Transfer : std::uint8_t { none, sent, received };

/// What a time is counted from.
struct WhenAnchor {
  AnchorKind kind = AnchorKind::none;
  std::string text;                    // as written, normalised, without articles: "3.1.2", "IF-901", "exchange completed"
  Transfer transfer = Transfer::none;  // "receipt of 3.1.2", "IF-901 sent"
};

struct WhenClause {
  WhenRelation relation = WhenRelation::on;
  std::optional<double> quantity;
  TimeUnit unit = TimeUnit::none;
  TimeSide side = TimeSide::none;
  WhenAnchor anchor;
  std::optional<std::uint16_t> minute_of_day;  // 0…1440
  bool cut_off = false;                        // minute_of_day is until when the anchor must have come, not the limit itself ("if received by 18:00")
  std::string condition;                       // "if …", "where …", "unless …", "close of business": as written, without a cut-off
};

/// A whole WHEN text: one clause, or several joined by "or" or "and".
struct When {
  std::vector<WhenClause> clauses;  // empty unless understood
  bool all = false;                 // joined by "and": every clause holds; else any of them
  bool understood = false;          // every word of the text was read; never set by guessing
  bool quantified = false;          // the text has a quantity or a time of day, understood or not
  std::string mark;                 // of a footnote, where one is typed behind the words ("8" of "As required.8")
};

/// The time limit of a choreography item: its columns where filled, else its text.
struct Sla {
  Id<Item> item;
  When when;
  bool columns = false;  // some of it comes from columns of its own, and not from the text alone
};

}  // namespace dovetail
