// The words of closed sets: the words of the report are the words of the type.
#include <array>
#include <string_view>

#include "model/corpus.h"
#include "model/finding.h"

namespace dovetail {
namespace {

template <class E, std::size_t n>
std::string_view pick(const std::array<std::string_view, n>& names, E value) {
  return names.at(static_cast<std::size_t>(value));
}

constexpr std::array<std::string_view, 3> severities{"note", "warning", "error"};
constexpr std::array<std::string_view, 2> certainties{"likely", "sure"};
constexpr std::array<std::string_view, outcome_count> outcomes{"resolved", "missing", "not_used", "deleted",    "ambiguous",
                                                               "retired",  "unknown", "external", "not_loaded", "unparsed"};
constexpr std::array<std::string_view, coverage_status_count> statuses{"covered", "partial",  "weak",    "uncovered",
                                                                       "waived",  "not_owed", "pending", "contested"};
constexpr std::array<std::string_view, provision_fate_count> fates{"same", "renumbered", "cosmetic", "changed", "moved", "added", "deleted"};
constexpr std::array<std::string_view, 4> three_way_states{"live-only", "draft-only", "alike", "conflict"};
constexpr std::array<std::string_view, evidence_count> evidence{"declared", "cited", "structured", "incorporated", "named", "similar"};
constexpr std::array<std::string_view, 4> text_bases{"design", "declared", "untraced", "not_owed"};
constexpr std::array<std::string_view, 8> trace_outcomes{"covers", "outdated", "predated", "moved", "suspect", "orphaned", "ambiguous", "unwanted"};

}  // namespace

std::string_view name_of(ProvisionFate fate) { return pick(fates, fate); }
std::string_view name_of(ThreeWayState state) { return pick(three_way_states, state); }
std::string_view name_of(Severity severity) { return pick(severities, severity); }
std::string_view name_of(Certainty certainty) { return pick(certainties, certainty); }
std::string_view name_of(Outcome outcome) { return pick(outcomes, outcome); }
std::string_view name_of(CoverageStatus status) { return pick(statuses, status); }
std::string_view name_of(Evidence e) { return pick(evidence, e); }
std::string_view name_of(TextBasis basis) { return pick(text_bases, basis); }
std::string_view name_of(TraceOutcome outcome) { return pick(trace_outcomes, outcome); }

std::optional<Severity> severity_named(std::string_view name) {
  for (std::size_t i = 0; i < severities.size(); ++i)
    if (severities.at(i) == name) return static_cast<Severity>(i);
  return std::nullopt;
}

}  // namespace dovetail
