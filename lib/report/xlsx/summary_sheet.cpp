// The first sheet: what was looked at, what came of it, and what could not be judged.
#include "report/wording.h"
#include "report/xlsx/sheets.h"

namespace dovetail::xlsx {
Sheet summary_sheet(const Review& review, const Tally& tally) {
  Sheet sheet{"Summary", {{"About", 24}, {"What", 44}, {"Count or value", 60}}, {}, {}};
  const auto add = [&](std::string about, std::string what, Value value) {
    sheet.rows.push_back({Value(std::move(about)), Value(std::move(what)), std::move(value)});
  };
  if (!review.project.name.empty()) add("Project", "name", review.project.name);
  if (!review.project.release.empty()) add("Project", "design release", review.project.release);
  add("Run", "in one line", closing_line(review));
  for (const auto& filter : review.filters) add("Run", "filter", filter);
  for (const auto& [severity, words] : {std::pair(Severity::error, "to correct"), {Severity::warning, "to check"}, {Severity::note, "notes"}})
    add("Findings", words, tally.severities[static_cast<std::size_t>(severity)]);
  add("Findings", "waived", tally.waived);
  for (const auto& counted : tally.documents) add("Provisions", review.units[counted.unit].path, counted.provisions);
  for (std::size_t n = 0; n < outcome_count; ++n)
    if (tally.outcomes[n] != 0) add("References", words_of_kind(name_of(static_cast<Outcome>(n))), tally.outcomes[n]);
  add("References", "found", tally.references);
  for (std::size_t n = 0; n < coverage_status_count; ++n)
    if (tally.coverage[n] != 0) add("Coverage of the design", words_of(static_cast<CoverageStatus>(n)), tally.coverage[n]);
  for (const auto& blocked : review.blocked) add("Not checked", blocked.rule, blocked.reason);
  return sheet;
}

}  // namespace dovetail::xlsx
