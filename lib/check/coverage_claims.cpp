// What is claimed of the coverage, and what the design itself lacks for it: shallow links, thresholds, cycles, artefacts that were not read.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/atom_finding.h"
#include "check/coverage.h"
#include "check/make_finding.h"
#include "check/register_places.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

std::string percent(double share) {
  const auto tenths = static_cast<long>(share * 1000 + 0.5);
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + "%";
}

std::string kind_words(std::string kind) {
  std::replace(kind.begin(), kind.end(), '_', ' ');
  return kind;
}

}  // namespace

void check_shallow_link(const Review& review, const Rule& rule, Checked& checked) {
  for (const TraceLink& link : review.corpus.traces) {
    if (link.lacking.empty()) continue;
    const Record& row = review.units[link.row.unit].records[link.row.id];
    Finding finding = table_finding(review, rule, link.row.unit, row.span, row_id(row));
    finding.atom = link.atom;
    finding.key = link.atom + " " + link.label;
    finding.message = fill(rule.message, {{"label", finding.label},
                                          {"atom", link.atom},
                                          {"target", link.document + (link.label.empty() ? "" : " " + link.label)},
                                          {"missing", some_of(link.lacking)}});
    finding.notes.push_back(
        {{review.units[link.unit].document, review.units[link.unit].provisions[link.provision].span}, link.label, "what is said to carry all of it"});
    checked.findings.push_back(std::move(finding));
  }
}

void check_threshold(const Review& review, const Rule& rule, Checked& checked) {
  for (const CoverageThreshold& threshold : review.corpus.thresholds) {
    if (threshold.reached()) continue;
    const In<Item> first = threshold.missing.front();
    Finding finding = table_finding(review, rule, first.unit, {}, {});
    std::string what = kind_words(threshold.kind) + (threshold.obligation.empty() ? "" : " (" + threshold.obligation + ")") +
                       (threshold.code.empty() ? "" : " for " + threshold.code) + (threshold.topic.empty() ? "" : " in " + threshold.topic);
    finding.key = what;
    std::vector<std::string> missing;
    for (const In<Item> in : threshold.missing) missing.push_back(review.units[in.unit].items[in.id].id);
    const double share = static_cast<double>(threshold.carried) / static_cast<double>(threshold.judged);
    std::string apart;
    if (threshold.pending > 0) apart += "; " + std::to_string(threshold.pending) + " pending are not counted";
    if (threshold.waived > 0) apart += "; " + std::to_string(threshold.waived) + " waived are not counted";
    finding.message = fill(rule.message, {{"label", ""},
                                          {"what", what},
                                          {"carried", std::to_string(threshold.carried)},
                                          {"judged", std::to_string(threshold.judged)},
                                          {"share", percent(share)},
                                          {"minimum", percent(threshold.minimum)},
                                          {"missing", some_of(missing)}}) +
                      apart;
    constexpr std::size_t most_notes = 50;
    for (std::size_t n = 0; n < threshold.missing.size() && n < most_notes; ++n) {
      const Item& item = review.units[threshold.missing[n].unit].items[threshold.missing[n].id];
      finding.notes.push_back({{review.units[threshold.missing[n].unit].document, item.record.span}, item.id, "not covered"});
    }
    checked.findings.push_back(std::move(finding));
  }
}

void check_coverage_cycle(const Review& review, const Rule& rule, Checked& checked) {
  const auto& atoms = review.corpus.atoms;
  const auto item_of = [&](const std::string& id) -> const Item& {
    const In<Item> in = atoms.at(id);
    return review.units[in.unit].items[in.id];
  };
  std::set<std::string> done;
  for (const auto& [start, in] : atoms) {
    std::vector<std::string> chain;
    std::set<std::string> here;
    std::string at = start;
    while (atoms.contains(at) && !done.contains(at) && here.insert(at).second) {
      chain.push_back(at);
      at = item_of(at).parent;
    }
    const auto again = here.contains(at) ? std::find(chain.begin(), chain.end(), at) : chain.end();
    done.insert(chain.begin(), chain.end());
    if (chain.end() - again < 2) continue;  // an export that names an atom its own parent means that it has none
    std::vector<std::string> round(again, chain.end());
    std::rotate(round.begin(), std::min_element(round.begin(), round.end()), round.end());
    Finding finding = atom_finding(review, rule, atoms.at(round.front()));
    finding.key = round.front();
    std::string path = round.front();
    for (std::size_t n = 1; n < round.size(); ++n) path += " is part of " + round[n] + ", which";
    finding.message = fill(rule.message, {{"label", finding.label}, {"path", path + " is part of " + round.front()}});
    for (std::size_t n = 1; n < round.size(); ++n) {
      const In<Item> other = atoms.at(round[n]);
      finding.notes.push_back({{review.units[other.unit].document, item_of(round[n]).record.span}, round[n], "in the same round"});
    }
    checked.findings.push_back(std::move(finding));
  }
}

void check_artefact_not_loaded(const Review& review, const Rule& rule, Checked& checked) {
  static const std::set<std::string> gone{"withdrawn", "superseded", "retired",     "deleted",   "obsolete", "rejected", "removed",
                                          "draft",     "planned",    "not started", "cancelled", "archived", "future"};
  std::set<std::string> read;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    if (input.design != nullptr) read.insert(canonical_id(input.design->artefact).canonical);
    if (input.role != InputRole::design) continue;
    const Unit& unit = review.units[Id<Unit>(n)];
    read.insert(canonical_id(unit.id).canonical);
    for (const Item& item : unit.items)
      if (!item.artefact.empty()) read.insert(canonical_id(item.artefact).canonical);
  }
  struct Listed {
    Id<Unit> unit;
    const Record* row;
  };
  std::vector<Listed> missing;
  std::set<std::string> listed;
  for (std::uint32_t n = 0; n < review.units.size(); ++n)
    for (const Record& row : review.units[Id<Unit>(n)].records) {
      const std::string id = canonical_id(row.field("doc_number")).canonical;
      if (row.kind != "artefacts" || row.struck || id.empty() || gone.contains(fold_phrase(row.field("status")))) continue;
      if (!listed.insert(id).second || read.contains(id)) continue;
      missing.push_back({Id<Unit>(n), &row});
    }
  if (!listed.empty() && read.empty()) {
    checked.blocked.push_back({rule.id, "no design was read"});
    return;
  }
  const std::string figure = std::to_string(listed.size() - missing.size()) + " of " + std::to_string(listed.size());
  for (const Listed& one : missing) {
    Finding finding = table_finding(review, rule, one.unit, one.row->span, std::string(one.row->field("doc_number")));
    finding.text = finding.label;
    if (review.project.stage == "final") finding.severity = Severity::error;
    finding.key = finding.label;
    const std::string name(one.row->field("short_name"));
    finding.message = fill(rule.message, {{"label", finding.label}, {"name", name.empty() ? finding.label : name}, {"figure", figure}});
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
