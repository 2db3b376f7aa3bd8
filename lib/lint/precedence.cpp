// The table of rules.md that a rule cannot keep to by itself, since it does not know what the others found.
#include "lint/precedence.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

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

bool is_winner(const std::string& rule) {
  return std::any_of(precedence.begin(), precedence.end(), [&](const Pair& pair) { return pair.first == rule; });
}

bool outranks(const Finding& winner, const Finding& loser) {
  const bool listed =
      std::any_of(precedence.begin(), precedence.end(), [&](const Pair& pair) { return pair.first == winner.rule && pair.second == loser.rule; });
  if (!listed || !winner.place.span.overlaps(loser.place.span)) return false;
  // A loser that speaks of more places than this one goes on speaking of them; references are never grouped, their notes only explain.
  return loser.rule.starts_with("reference.") ||
         std::none_of(loser.notes.begin(), loser.notes.end(), [&](const FindingNote& note) { return note.place.document == loser.place.document; });
}

}  // namespace

void keep_first_to_speak(Review& review) {
  std::map<Id<Document>, std::vector<std::size_t>> winners;
  for (std::size_t n = 0; n < review.findings.size(); ++n)
    if (is_winner(review.findings[n].rule)) winners[review.findings[n].place.document].push_back(n);
  if (winners.empty()) return;
  std::vector<bool> silent(review.findings.size(), false);
  for (std::size_t n = 0; n < review.findings.size(); ++n) {
    const auto& finding = review.findings[n];
    const auto candidates = winners.find(finding.place.document);
    if (candidates == winners.end()) continue;
    for (const auto w : candidates->second) {
      if (!outranks(review.findings[w], finding)) continue;
      silent[n] = true;
      // A note is shown with its label in front, as a message is.
      const auto lead = finding.label + ": ";
      const auto words = finding.message.starts_with(lead) ? finding.message.substr(lead.size()) : finding.message;
      review.findings[w].notes.push_back({finding.place, finding.label, words + " [" + finding.rule + "]"});
      break;
    }
  }
  std::vector<Finding> kept;
  for (std::size_t n = 0; n < review.findings.size(); ++n)
    if (!silent[n]) kept.push_back(std::move(review.findings[n]));
  review.findings = std::move(kept);
}

}  // namespace dovetail
