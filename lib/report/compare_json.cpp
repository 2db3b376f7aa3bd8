// Comparisons for programs.
#include "report/compare.h"
#include "report/json_text.h"

namespace dovetail {
namespace {

std::string_view name_of_kind(DifferenceKind kind) {
  constexpr std::array<std::string_view, 6> names{"inserted", "deleted", "changed", "moved", "split", "joined"};
  return names.at(static_cast<std::size_t>(kind));
}

Json difference_json(const Difference& difference) {
  return {{"kind", name_of_kind(difference.kind)},
          {"cosmetic", difference.cosmetic},
          {"before", difference.before_words},
          {"after", difference.after_words}};
}

Json provision_json(const Comparison& comparison, const ProvisionChange& change) {
  Json json{{"fate", name_of(change.fate)},
            {"before_label", text_or_null(change.before_label)},
            {"after_label", text_or_null(change.after_label)},
            {"heading", text_or_null(change.heading)},
            {"moved", change.moved},
            {"before", text_or_null(change.before_text)},
            {"after", text_or_null(change.after_text)}};
  if (!change.redline.empty()) json["redline"] = marked_redline(change.redline);
  json["told"] = told_of(comparison, change);
  json["differences"] = Json::array();
  for (const std::uint32_t n : change.differences) json["differences"].push_back(difference_json(comparison.differences[n]));
  if (!change.terms.empty()) json["definitions_changed"] = change.terms;
  return json;
}

Json row_json(const ThreeWayRow& row) {
  return {{"state", name_of(row.state)},
          {"baseline_label", text_or_null(row.baseline_label)},
          {"live_label", text_or_null(row.live_label)},
          {"draft_label", text_or_null(row.draft_label)},
          {"heading", text_or_null(row.heading)},
          {"baseline", text_or_null(row.baseline_text)},
          {"live", text_or_null(row.live_text)},
          {"draft", text_or_null(row.draft_text)},
          {"live_change", text_or_null(row.live_change)},
          {"to_do", to_do(row)}};
}

}  // namespace

std::string compare_json(const ComparedForReport& compared, const ReportOptions& options) {
  const Comparison& comparison = compared.comparison;
  Json json{{"schema", "dovetail.comparison/1"},
            {"tool", {{"name", "dovetail"}, {"version", options.version}}},
            {"before", compared.review.units[comparison.before].path},
            {"after", compared.review.units[comparison.after].path}};
  if (!compared.since.empty()) json["since"] = compared.since;
  json["provisions"] = Json::array();
  for (const ProvisionChange& change : comparison.provisions)
    if (change.fate != ProvisionFate::same || !change.terms.empty()) json["provisions"].push_back(provision_json(comparison, change));
  if (compared.three != nullptr) {
    json["live"] = compared.review.units[compared.three->live].path;
    json["three_way"] = Json::array();
    for (const ThreeWayRow& row : compared.three->rows) json["three_way"].push_back(row_json(row));
  }
  const auto counts = count_fates(comparison);
  for (std::size_t n = 0; n < counts.size(); ++n) json["summary"][std::string(name_of(static_cast<ProvisionFate>(n)))] = counts[n];
  return finished(json);
}

}  // namespace dovetail
