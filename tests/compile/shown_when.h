// A time limit as one line, for tests of the grammar.
#pragma once

#include <sstream>
#include <string>

#include "compile/when.h"

namespace help {

using namespace dovetail;

inline const char* name(WhenRelation relation) {
  static const char* names[] = {"within",      "no later than", "by",    "at least", "on",          "same time",
                                "immediately", "promptly",      "after", "before",   "as required", "no earlier than"};
  return names[static_cast<std::size_t>(relation)];
}

inline const char* name(TimeUnit unit) {
  static const char* names[] = {"", "minute", "hour", "day", "WD", "CD", "week", "month", "year"};
  return names[static_cast<std::size_t>(unit)];
}

// A clause as one line: "within 2 WD after row 3.1.2".
inline std::string shown(const WhenClause& clause) {
  std::ostringstream out;
  out << name(clause.relation);
  if (clause.quantity) out << ' ' << *clause.quantity << ' ' << name(clause.unit);
  if (clause.side == TimeSide::before) out << " before";
  if (clause.side == TimeSide::after) out << " after";
  static const char* kinds[] = {"", " row ", " message ", " event ", " term "};
  out << kinds[static_cast<std::size_t>(clause.anchor.kind)] << clause.anchor.text;
  if (clause.anchor.transfer == Transfer::received) out << " received";
  if (clause.anchor.transfer == Transfer::sent) out << " sent";
  if (clause.minute_of_day) out << (clause.cut_off ? " until " : " at ") << *clause.minute_of_day / 60 << ':' << *clause.minute_of_day % 60;
  if (!clause.condition.empty()) out << " [" << clause.condition << ']';
  return out.str();
}

inline std::string shown(const When& when) {
  if (!when.understood) return when.quantified ? "not understood, quantified" : "not understood";
  std::string out;
  for (const WhenClause& clause : when.clauses) out += (out.empty() ? "" : when.all ? " AND " : " OR ") + shown(clause);
  return out;
}

}  // namespace help
