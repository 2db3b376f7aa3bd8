// The family design: one id for two things.
#include <map>
#include <tuple>

#include "check/atom_finding.h"
#include "check/design.h"
#include "check/make_finding.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

void add(const Review& review, const Rule& rule, Id<Unit> unit, const Problem& problem, Checked& checked) {
  Finding finding = table_finding(review, rule, unit, problem.span, id_of_row_at(review, unit, problem.span));
  if (finding.label.empty()) finding.label = finding.text;
  finding.atom = finding.label;
  if (problem.minor) finding.severity = std::min(finding.severity, Severity::warning);
  finding.key = finding.label + " " + problem.message;
  finding.message = fill(rule.message, {{"label", finding.label}, {"atom", finding.atom}, {"what", problem.message}});
  checked.findings.push_back(std::move(finding));
}

/// Requirements of two artefacts under one id, with other words: nobody can tell which one a register means. Other kinds stand in several artefacts
/// by right, and design.conflict lays them side by side.
void check_across(const Review& review, const Rule& rule, Checked& checked) {
  std::map<std::string, In<Item>> first;
  for (std::uint32_t u = 0; u < review.units.size(); ++u) {
    const Unit& unit = review.units[Id<Unit>(u)];
    for (std::uint32_t i = 0; i < unit.items.size(); ++i) {
      const Item& item = unit.items[Id<Item>(i)];
      if (item.kind != "requirement" || item.record.struck) continue;
      const auto [place, fresh] = first.try_emplace(item.id, In<Item>{Id<Unit>(u), Id<Item>(i)});
      if (fresh || place->second.unit == Id<Unit>(u)) continue;
      const Item& other = review.units[place->second.unit].items[place->second.id];
      if (other.artefact == item.artefact || fold_phrase(other.text) == fold_phrase(item.text)) continue;
      Finding finding = atom_finding(review, rule, {Id<Unit>(u), Id<Item>(i)});
      finding.key = item.id + " " + other.artefact;
      finding.message = fill(rule.message, {{"label", item.id}, {"atom", item.id}, {"what", other.artefact + " has another requirement of this id"}});
      finding.notes.push_back({{review.units[place->second.unit].document, other.record.span}, other.id, other.text});
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace

void check_duplicate_id(const Review& review, const Rule& rule, Checked& checked) {
  for (std::uint32_t u = 0; u < review.units.size(); ++u)
    for (const Problem& problem : review.units[Id<Unit>(u)].problems)
      if (problem.rule == rule.id) add(review, rule, Id<Unit>(u), problem, checked);
  check_across(review, rule, checked);
}

}  // namespace dovetail
