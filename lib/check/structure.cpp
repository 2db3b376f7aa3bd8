// Numbers are compared as the reader sees them, within what they are counted in.
#include "check/structure.h"

#include <map>
#include <tuple>

#include "check/make_finding.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

using Counted = std::tuple<ProvisionKind, Id<Provision>, std::uint32_t, std::string>;   // kind, what it is counted in, list, label

Counted counted_in(const Provision& provision, View view) {
  const auto v = index(view);
  switch (provision.kind) {
    case ProvisionKind::item: return {provision.kind, provision.parent[v], provision.list[v], provision.number[v]};
    case ProvisionKind::division: return {provision.kind, provision.parent[v], 0, fold(provision.label[v])};
    default: return {provision.kind, provision.scope[v], 0, provision.label[v]};
  }
}

/// A list of headings before the text (a contents page that is not marked as one) says each number once more.
bool is_contents_of(const Unit& unit, const Provision& first, const Provision& second, View view) {
  const auto v = index(view);
  const auto& heading = first.heading[v];
  return !heading.empty() && fold_phrase(heading) == fold_phrase(second.heading[v]) && first.lines[v].size() == 1 && first.last_line[v] <= second.lines[v].begin &&
         unit.provisions.size() > 0;
}

/// The second and the first of every pair in one view.
std::map<Id<Provision>, Id<Provision>> duplicates(const Unit& unit, View view) {
  std::map<Counted, Id<Provision>> first;
  std::map<Id<Provision>, Id<Provision>> pairs;
  for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
    const auto id = Table<Provision>::id_at(i);
    const auto& provision = unit.provisions[id];
    if (!provision.views.has(view) || provision.kind == ProvisionKind::entry || provision.quoted) continue;
    const auto [at, fresh] = first.try_emplace(counted_in(provision, view), id);
    if (fresh) continue;
    if (is_contents_of(unit, unit.provisions[at->second], provision, view)) at->second = id;
    else pairs[id] = at->second;
  }
  return pairs;
}

}  // namespace

void check_duplicate_number(const Review& review, const Rule& rule, Checked& checked) {
  for (std::size_t u = 0; u < review.corpus.references.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    if (review.corpus.references[u][1].size() != unit.references.size() || !unit.has_body || unit.lossy) continue;
    const auto now = duplicates(unit, View::proposed);
    const auto before = unit.has_changes ? duplicates(unit, View::baseline) : now;
    for (const auto& [second, first] : now) {
      const auto& provision = unit.provisions[second];
      auto finding = make_finding(review, rule, id, provision.span, {before.contains(second), true});
      finding.label = provision.label[index(View::proposed)];
      finding.text = provision.number[index(View::proposed)];
      finding.message = fill(rule.message, {{"label", finding.label}, {"document", document_name(unit)}, {"number", finding.label}});
      finding.key = finding.label;
      finding.notes.push_back({{unit.document, unit.provisions[first].span}, finding.label, "the first one"});
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
