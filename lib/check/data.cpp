// The family data: ids in code text that no specification has.
#include "check/data.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/known_ids.h"
#include "check/make_finding.h"
#include "text/ids.h"

namespace dovetail {

namespace {

/// The cells of rows in which timetable.flow-mismatch speaks of unknown flows and messages; none where it does not run.
std::vector<Span> cells_of_rows(const Review& review, const Unit& unit) {
  std::vector<Span> cells;
  const auto runs = [](const Rule& rule) { return rule.id == "timetable.flow-mismatch"; };
  if (std::none_of(review.rules.begin(), review.rules.end(), runs)) return cells;
  for (const TimetableRow& row : unit.timetable)
    for (const TableField* cell : {&row.information, &row.action}) cells.push_back(cell->span);
  return cells;
}

/// Where each unknown id stands in a view, in reading order.
std::map<std::string, std::vector<Span>> unknown_in(const Review& review, const Unit& unit, View view, const KnownIds& known) {
  std::map<std::string, std::vector<Span>> unknown;
  const std::vector<Span> cells = cells_of_rows(review, unit);
  const Projection& text = unit.projection(view);
  for (const IdInText& found : ids_in_text(text.text)) {
    if (!known.families.contains(found.id.family) || known.ids.contains(found.id.canonical)) continue;
    const Span source = text.to_source(found.span);
    const bool told = found.id.family != "data_item" && std::any_of(cells.begin(), cells.end(), [&](Span cell) { return cell.overlaps(source); });
    if (!told) unknown[found.id.canonical].push_back(source);
  }
  return unknown;
}

void report(const Review& review, const Rule& rule, Id<Unit> id, const std::string& atom, const std::vector<Span>& places,
            const std::set<Span>& before, Checked& checked) {
  Finding finding = make_finding(review, rule, id, places.front(), {before.contains(places.front()), true});
  finding.atom = atom;
  finding.key = atom;
  finding.message = fill(rule.message, {{"label", finding.label}, {"atom", atom}, {"document", document_name(review.units[id])}});
  for (std::size_t i = 1; i < places.size(); ++i) {
    const Finding other = make_finding(review, rule, id, places[i], {before.contains(places[i]), true});
    finding.introduced = finding.introduced || other.introduced;
    finding.notes.push_back({other.place, other.label, atom + " stands here too"});
  }
  checked.findings.push_back(std::move(finding));
}

}  // namespace

void check_unknown_id(const Review& review, const Rule& rule, Checked& checked) {
  const KnownIds known = known_ids(review);
  if (known.families.empty()) {
    checked.blocked.push_back({rule.id, "no catalogue of interfaces, messages, flows or data items was read"});
    return;
  }
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n) {
    const Unit& unit = review.units[Id<Unit>(n)];
    if (review.inputs[n].role != InputRole::draft || !unit.has_body) continue;
    const auto before = unknown_in(review, unit, View::baseline, known);
    for (const auto& [atom, places] : unknown_in(review, unit, View::proposed, known)) {
      const auto same = before.find(atom);
      const std::set<Span> old = same == before.end() ? std::set<Span>() : std::set<Span>(same->second.begin(), same->second.end());
      report(review, rule, Id<Unit>(n), atom, places, old, checked);
    }
  }
}

}  // namespace dovetail
