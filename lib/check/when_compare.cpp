// Whether two time limits say the same, after normalising quantity, unit, relation, anchor and time of day.
#include "check/when_compare.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/unicode.h"

namespace dovetail {
namespace {

/// Relations that are one after normalising.
enum class Bound : std::uint8_t { latest, earliest, point, start, vague, none };

Bound bound_of(const WhenClause& clause) {
  const bool before = clause.side == TimeSide::before;
  switch (clause.relation) {
    case WhenRelation::within:
      return before ? Bound::earliest : Bound::latest;  // "within 2 WD before": not sooner
    case WhenRelation::no_later_than:
    case WhenRelation::by:
    case WhenRelation::before:
      return Bound::latest;
    case WhenRelation::no_earlier_than:
      return Bound::earliest;
    case WhenRelation::at_least:
      return before ? Bound::latest : Bound::earliest;  // "at least 2 WD before": no later
    case WhenRelation::on:
    case WhenRelation::same_time:
      return Bound::point;
    case WhenRelation::after:
      return Bound::start;
    case WhenRelation::immediately:
    case WhenRelation::promptly:
      return Bound::vague;
    case WhenRelation::as_required:
      return Bound::none;
  }
  return Bound::none;
}

/// Units that convert into one another without a calendar.
enum class UnitFamily : std::uint8_t { none, clock, working, calendar, day, month };

struct Amount {
  UnitFamily family = UnitFamily::none;
  double value = 0;
};

Amount amount_of(const WhenClause& clause) {
  const double value = clause.quantity.value_or(0);
  switch (clause.unit) {
    case TimeUnit::none:
      return {};
    case TimeUnit::minute:
      return {UnitFamily::clock, value};
    case TimeUnit::hour:
      return {UnitFamily::clock, value * 60};
    case TimeUnit::day:
      return {UnitFamily::day, value};
    case TimeUnit::working_day:
      return {UnitFamily::working, value};
    case TimeUnit::calendar_day:
      return {UnitFamily::calendar, value};
    case TimeUnit::week:
      return {UnitFamily::calendar, value * 7};
    case TimeUnit::month:
      return {UnitFamily::month, value};
    case TimeUnit::year:
      return {UnitFamily::month, value * 12};
  }
  return {};
}

WhenVerdict not_comparable(std::string reason) { return {WhenLikeness::not_comparable, std::move(reason)}; }

WhenVerdict compare_amounts(const Amount& a, const Amount& b) {
  const auto same = [](double x, double y) { return x == y; };
  if (same(a.value, 0) && same(b.value, 0)) return {WhenLikeness::same, {}};
  if (a.family == b.family) return {same(a.value, b.value) ? WhenLikeness::same : WhenLikeness::differs, {}};
  if (a.family == UnitFamily::none || b.family == UnitFamily::none) return {WhenLikeness::differs, {}};
  const auto are = [&](UnitFamily x, UnitFamily y) { return (a.family == x && b.family == y) || (a.family == y && b.family == x); };
  if (are(UnitFamily::working, UnitFamily::calendar)) return {WhenLikeness::differs, {}};
  if (are(UnitFamily::clock, UnitFamily::calendar)) {
    const double minutes = a.family == UnitFamily::clock ? a.value : b.value, days = a.family == UnitFamily::clock ? b.value : a.value;
    if (same(minutes, days * 1440)) return {WhenLikeness::same, {}};
  }
  return not_comparable("they count in units that do not convert");
}

WhenVerdict compare_times(const WhenClause& a, const WhenClause& b) {
  if (a.minute_of_day == b.minute_of_day && (!a.minute_of_day || a.cut_off == b.cut_off)) return {WhenLikeness::same, {}};
  if (a.cut_off != b.cut_off) return not_comparable("one has a cut-off time of day, the other has not");
  return {WhenLikeness::differs, {}};
}

// "On receipt of 3.1.2" keeps a limit of the same day, whatever the cut-off.
bool is_same_day(const WhenClause& point, const WhenClause& limit) {
  if (bound_of(point) != Bound::point || bound_of(limit) != Bound::latest) return false;
  return !point.quantity && !point.minute_of_day && limit.quantity == 0.0 && (!limit.minute_of_day || limit.cut_off);
}

WhenVerdict compare_clauses(const WhenClause& a, const WhenClause& b, const SameAnchor& same_anchor) {
  const Bound of_a = bound_of(a), of_b = bound_of(b);
  if (of_a == Bound::none && of_b == Bound::none) return {WhenLikeness::same, {}};
  if (a.anchor.kind != b.anchor.kind && (a.anchor.kind == AnchorKind::none || b.anchor.kind == AnchorKind::none))
    return not_comparable("only one says what the time is counted from");
  if (a.anchor.kind != AnchorKind::none && !same_anchor(a.anchor, b.anchor)) return not_comparable("they count from different events");
  if (is_same_day(a, b) || is_same_day(b, a)) return {WhenLikeness::same, {}};
  const bool limits = (of_a == Bound::latest && of_b == Bound::earliest) || (of_a == Bound::earliest && of_b == Bound::latest);
  if (of_a != of_b && !limits) return not_comparable("only one of them sets a limit of that kind");
  WhenVerdict verdict = compare_amounts(amount_of(a), amount_of(b));
  const bool counted = a.quantity.value_or(0) > 0 && b.quantity.value_or(0) > 0;
  const bool other_side = counted && a.side != b.side && a.side != TimeSide::none && b.side != TimeSide::none;
  if (verdict.likeness != WhenLikeness::not_comparable && (limits || other_side)) verdict.likeness = WhenLikeness::differs;
  if (verdict.likeness == WhenLikeness::same) verdict = compare_times(a, b);
  if (verdict.likeness == WhenLikeness::differs && fold_phrase(a.condition) != fold_phrase(b.condition))
    return not_comparable("they hold under different conditions");
  return verdict;
}

// "As soon as possible and in any event within 1 WD": the limit counts.
std::vector<WhenClause> binding(const When& when) {
  std::vector<WhenClause> clauses;
  std::copy_if(when.clauses.begin(), when.clauses.end(), std::back_inserter(clauses),
               [&](const WhenClause& clause) { return !when.all || bound_of(clause) != Bound::vague; });
  return clauses.empty() ? when.clauses : clauses;
}

}  // namespace

WhenVerdict compare_when(const When& a, const When& b, const SameAnchor& same_anchor) {
  WhenVerdict verdict;
  for (const WhenClause& of_a : binding(a))
    for (const WhenClause& of_b : binding(b)) {
      WhenVerdict one = compare_clauses(of_a, of_b, same_anchor);
      if (one.likeness == WhenLikeness::same) return one;
      if (one.likeness == WhenLikeness::differs || verdict.reason.empty()) {
        const bool keep = verdict.likeness == WhenLikeness::differs && one.likeness != WhenLikeness::differs;
        if (!keep) verdict = std::move(one);
      }
    }
  return verdict;
}

std::string event_key(const std::string& text) {
  static constexpr std::array<std::string_view, 14> idle{"the",  "a",    "an", "completed", "complete", "completion", "has",
                                                         "have", "been", "is", "being",     "of",       "occurs",     "occurred"};
  std::string key;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t space = rest.find(' ');
    const std::string word = fold_phrase(rest.substr(0, space));
    rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
    if (word.empty() || std::find(idle.begin(), idle.end(), word) != idle.end()) continue;
    key += (key.empty() ? "" : " ") + word;
  }
  if (key.ends_with(" end")) key = "end " + key.substr(0, key.size() - 4);  // "month end" is "the end of the month"
  return key;
}

}  // namespace dovetail
