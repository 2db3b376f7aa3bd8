// The answer to "who refers to this?", for a person and for a program.
#include "report/refs.h"

#include <array>

#include "model/locate.h"
#include "report/escape.h"
#include "report/json_text.h"
#include "report/wording.h"

namespace dovetail {
namespace {

std::string words_of(const RefTarget& target, const Unit& unit) {
  if (target.first.empty()) return id_or_path(unit);
  return id_or_path(unit) + " " + (target.division.empty() ? "" : target.division + ", ") + target.first +
         (target.last == target.first ? "" : " to " + target.last);
}

std::string_view name_of(RefRelation relation) {
  static constexpr std::array<std::string_view, 3> names{"itself", "inside", "around"};
  return names.at(static_cast<std::size_t>(relation));
}

/// Said only where one of the views alone has it.
std::string words_of(Views views) { return views.baseline && views.proposed ? "" : views.proposed ? " (proposed text only)" : " (baseline only)"; }

/// The label of the place that a reference stands in, in the proposed view where it is there.
std::string label_of(const Unit& unit, const RefHit& hit) {
  const View view = hit.views.proposed ? View::proposed : View::baseline;
  return label_at(unit, view, unit.references[hit.reference].span.begin);
}

std::string words_of(const Unit& unit, const RefHit& hit) {
  std::string words = unit.references[hit.reference].text;
  if (hit.relation == RefRelation::inside) words += " (inside it)";
  if (hit.relation == RefRelation::around) words += " (around it)";
  if (hit.outcome != Outcome::resolved) words += " [" + std::string(name_of(hit.outcome)) + "]";
  return words;
}

}  // namespace

std::string refs_text(const Review& review, const RefAnswer& answer, const ReportOptions&) {
  std::string out;
  for (const auto& target : answer.targets) out += terminal_safe(words_of(target, review.units[target.unit])) + "\n";
  for (const auto& hit : answer.hits) {
    const auto& unit = review.units[hit.unit];
    const auto label = label_of(unit, hit);
    out += "  " + terminal_safe(id_or_path(unit) + (label.empty() ? "" : " " + label) + ": " + words_of(unit, hit)) + words_of(hit.views) + "\n";
  }
  if (answer.hits.empty()) return out + "  nothing that was read refers to it\n";
  return out + std::to_string(answer.hits.size()) + (answer.hits.size() == 1 ? " reference\n" : " references\n");
}

std::string refs_json(const Review& review, const RefAnswer& answer, const ReportOptions&) {
  Json json = {{"schema", "dovetail.refs/1"}, {"asked", answer.asked}, {"targets", Json::array()}, {"references", Json::array()}};
  for (const auto& target : answer.targets) {
    const auto& unit = review.units[target.unit];
    json["targets"].push_back({{"document", unit.path},
                               {"document_id", text_or_null(unit.id)},
                               {"division", text_or_null(target.division)},
                               {"first", text_or_null(target.first)},
                               {"last", text_or_null(target.last)}});
  }
  std::array<std::size_t, outcome_count> outcomes{};
  for (const auto& hit : answer.hits) {
    const auto& unit = review.units[hit.unit];
    const auto& reference = unit.references[hit.reference];
    Json views = Json::array();
    if (hit.views.baseline) views.push_back("baseline");
    if (hit.views.proposed) views.push_back("proposed");
    json["references"].push_back({{"document", unit.path},
                                  {"document_id", text_or_null(unit.id)},
                                  {"label", text_or_null(label_of(unit, hit))},
                                  {"text", reference.text},
                                  {"views", std::move(views)},
                                  {"relation", name_of(hit.relation)},
                                  {"outcome", name_of(hit.outcome)},
                                  {"span", {{"begin", reference.span.begin}, {"end", reference.span.end}}}});
    ++outcomes[static_cast<std::size_t>(hit.outcome)];
  }
  json["counts"] = {{"found", answer.hits.size()}};
  for (std::size_t n = 0; n < outcome_count; ++n) json["counts"][std::string(name_of(static_cast<Outcome>(n)))] = outcomes[n];
  return finished(json);
}

}  // namespace dovetail
