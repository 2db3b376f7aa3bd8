// The table of rules.md that a rule cannot keep to by itself, since it does not know what the others found.
#include "lint/precedence.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dovetail {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;  // who speaks, who is silent then
constexpr std::array precedence{Pair{"term.pointer-broken", "reference.missing"},
                                Pair{"term.pointer-broken", "reference.not-used"},
                                Pair{"reference.programme-artefact", "term.acronym-undefined"},
                                Pair{"reference.programme-artefact", "term.undefined"},
                                Pair{"term.retired", "term.undefined"},
                                Pair{"term.retired", "term.acronym-undefined"},
                                Pair{"term.retired", "term.near-miss"},
                                Pair{"term.retired", "term.variant"},
                                Pair{"term.retired", "wording.working-day"},
                                Pair{"reference.drifted", "timetable.step-missing"},
                                Pair{"reference.drifted", "timetable.step-order"},
                                Pair{"reference.stale-field", "reference.missing"},
                                Pair{"reference.stale-field", "reference.not-used"},
                                Pair{"reference.stale-field", "reference.cross-code"},
                                Pair{"timetable.step-missing", "reference.missing"},
                                Pair{"timetable.step-missing", "reference.not-used"},
                                Pair{"timetable.flow-mismatch", "coverage.dead-atom"},
                                Pair{"coverage.dead-atom", "data.unknown-id"},
                                Pair{"coverage.codes-differ", "coverage.actor-differs"},
                                Pair{"change.unmarked", "coverage.untraced"},
                                Pair{"coverage.untraced", "register.unexplained-change"}};

/// The same where both speak of one row of a timetable, in whichever of its cells.
constexpr std::array of_one_row{Pair{"timetable.flow-mismatch", "coverage.lost"}};

template <std::size_t n>
bool has_winner(const std::array<Pair, n>& pairs, const std::string& rule) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.first == rule; });
}

template <std::size_t n>
bool has(const std::array<Pair, n>& pairs, const Finding& winner, const Finding& loser) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.first == winner.rule && pair.second == loser.rule; });
}

template <std::size_t n>
bool has_loser(const std::array<Pair, n>& pairs, const std::string& rule) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.second == rule; });
}

/// A loser that speaks of more places than this one goes on speaking of them; references are never grouped, their notes only explain.
bool speaks_of_other_places(const Finding& loser) {
  return !loser.rule.starts_with("reference.") &&
         std::any_of(loser.notes.begin(), loser.notes.end(), [&](const FindingNote& note) { return note.place.document == loser.place.document; });
}

/// The findings that may silence others, where a place finds them.
class Winners {
 public:
  explicit Winners(const std::vector<Finding>& findings) : findings_(findings) {
    for (std::size_t n = 0; n < findings.size(); ++n) {
      const Finding& finding = findings[n];
      if (has_winner(precedence, finding.rule)) by_place_[finding.place.document].push_back({finding.place.span, n, 0});
      if (has_winner(of_one_row, finding.rule) && !finding.label.empty()) by_row_[{finding.place.document, finding.label}].push_back(n);
    }
    for (auto& [document, places] : by_place_) {
      std::stable_sort(places.begin(), places.end(), [](const At& a, const At& b) { return a.span.begin < b.span.begin; });
      std::uint32_t reach = 0;
      for (At& at : places) at.reach = reach = std::max(reach, at.span.end);
    }
  }

  [[nodiscard]] bool empty() const { return by_place_.empty() && by_row_.empty(); }

  /// The first of the findings that silence this one, as an index; none where none does.
  [[nodiscard]] std::optional<std::size_t> over(const Finding& finding) const {
    std::optional<std::size_t> first;
    const auto take = [&](std::size_t n) { first = std::min(first.value_or(n), n); };
    if (const auto places = by_place_.find(finding.place.document); places != by_place_.end() && has_loser(precedence, finding.rule)) {
      auto at = std::upper_bound(places->second.begin(), places->second.end(), finding.place.span.end,
                                 [](std::uint32_t end, const At& other) { return end < other.span.begin; });
      while (at != places->second.begin() && (--at)->reach >= finding.place.span.begin)
        if (at->span.overlaps(finding.place.span) && has(precedence, findings_[at->finding], finding)) take(at->finding);
    }
    if (has_loser(of_one_row, finding.rule))
      if (const auto row = by_row_.find({finding.place.document, finding.label}); row != by_row_.end())
        for (const std::size_t n : row->second)
          if (has(of_one_row, findings_[n], finding)) take(n);
    return first && !speaks_of_other_places(finding) ? first : std::nullopt;
  }

 private:
  struct At {
    Span span;
    std::size_t finding;
    std::uint32_t reach;  // the furthest end of this and all before it
  };
  const std::vector<Finding>& findings_;
  std::map<Id<Document>, std::vector<At>> by_place_;
  std::map<std::pair<Id<Document>, std::string>, std::vector<std::size_t>> by_row_;
};

}  // namespace

void keep_first_to_speak(Review& review) {
  const Winners winners(review.findings);
  if (winners.empty()) return;
  std::vector<std::optional<std::size_t>> silent_for(review.findings.size());
  for (std::size_t n = 0; n < review.findings.size(); ++n) silent_for[n] = winners.over(review.findings[n]);
  for (std::size_t n = 0; n < review.findings.size(); ++n) {
    if (!silent_for[n]) continue;
    const Finding& finding = review.findings[n];
    // A note is shown with its label in front, as a message is.
    const auto lead = finding.label + ": ";
    const auto words = finding.message.starts_with(lead) ? finding.message.substr(lead.size()) : finding.message;
    auto winner = *silent_for[n];
    while (silent_for[winner]) winner = *silent_for[winner];
    review.findings[winner].notes.push_back({finding.place, finding.label, words + " [" + finding.rule + "]"});
  }
  std::vector<Finding> kept;
  for (std::size_t n = 0; n < review.findings.size(); ++n)
    if (!silent_for[n]) kept.push_back(std::move(review.findings[n]));
  review.findings = std::move(kept);
}

}  // namespace dovetail
