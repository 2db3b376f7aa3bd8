// What has become of each atom of the design in each code: the register, the texts, the judgement, and what the drafts add and lose.
#include "link/coverage.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "link/coverage_judge.h"
#include "link/shallow.h"
#include "link/thresholds.h"
#include "link/topics.h"
#include "link/traced_text.h"

namespace dovetail {

namespace {

/// A link from a code that its atom is not for is one that nobody wants.
void mark_unwanted(const AtomGraph& graph, std::vector<TraceLink>& links) {
  for (TraceLink& link : links) {
    const Item* atom = link.type == "codifies" && link.unit && link.design == TraceOutcome::covers ? graph.find(link.atom) : nullptr;
    if (atom == nullptr || link.code.empty()) continue;
    const auto codes = graph.codes_of(*atom);
    if (codes.contains(std::string()) || codes.contains(link.code)) continue;
    link.design = TraceOutcome::unwanted;
    link.why = "it is not for " + link.code;
  }
}

/// The judgement of the texts before the drafts. A link stands where its provision stood before; one whose label only the text before has counts too.
EvidenceTable evidence_before(const Review& review, const RoleNames& roles, const std::map<std::string, In<Item>>& atoms,
                              const std::vector<TraceLink>& links, NamedProvisions& names) {
  EvidenceTable table;
  for (const TraceLink& link : links) {
    if (link.type != "codifies" || link.atom.empty() || !link.unit || link.design == TraceOutcome::unwanted) continue;
    EvidenceText text{link.unit, View::baseline, link.unit};
    Id<Provision> then = link.provision;
    if (!then && link.text == TraceOutcome::orphaned) {
      if (const Id<Unit> file = baseline_file(review, link.unit)) text = {file, View::proposed, link.unit};
      const auto spot = names.find(text.unit, text.view, link.label);
      if (spot.provisions.size() == 1) then = spot.provisions.front();
    }
    const Unit& unit = review.units[text.unit];
    if (!then || !unit.provisions[then].views.has(text.view) || unit.provisions[then].not_used[index(text.view)]) continue;
    Found found = found_at(review, text, unit.provisions[then].label[index(text.view)], unit.provisions[then].span, Evidence::declared);
    table[link.atom].push_back(std::move(found));
  }
  add_text_evidence(review, roles, atoms, texts_before(review, names), table);
  sort_evidence(review, table);
  return table;
}

void add_not_owed(const Review& review, const AtomGraph& graph, const EvidenceTable& evidence, std::vector<AtomCoverage>& all) {
  for (const auto& [id, in] : graph.atoms()) {
    const Item& atom = graph.item(in);
    const bool withdrawn = is_withdrawn(atom);
    if (is_owed(review.project, atom.kind) && !withdrawn) continue;
    AtomCoverage entry;
    entry.item = in;
    entry.status = entry.before = CoverageStatus::not_owed;
    entry.reason = withdrawn ? "withdrawn" : "not expected in code text by itself";
    if (const auto found = evidence.find(id); found != evidence.end())
      for (const Found& f : found->second) entry.targets.push_back(f.target);
    all.push_back(std::move(entry));
  }
}

/// Design files that no project names, whose atoms name no code and have nothing in any text: they may well be about something else.
std::set<Id<Unit>> unrelated_files(const Review& review, const CoverageSlots& slots) {
  std::set<Id<Unit>> files;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
    if (const DesignEntry* entry = review.inputs[n].design; entry != nullptr && entry->line == 0) files.insert(Id<Unit>(n));
  for (const auto& [key, slot] : slots)
    if (!slot.code.empty() || !slot.targets.empty()) files.erase(slot.item.unit);
  return files;
}

bool is_carried(CoverageStatus status) {
  return status == CoverageStatus::covered || status == CoverageStatus::partial || status == CoverageStatus::contested;
}

std::vector<AtomCoverage> entries_of(CoverageSlots& slots, CoverageSlots& before) {
  std::vector<AtomCoverage> all;
  for (auto& [key, slot] : slots) {
    AtomCoverage entry;
    entry.item = slot.item;
    entry.code = slot.code;
    entry.status = slot.status;
    entry.reason = std::move(slot.reason);
    entry.targets = std::move(slot.targets);
    if (const auto was = before.find(key); was != before.end()) {
      entry.before = was->second.status;
      entry.names_alone = entry.status == CoverageStatus::weak && slot.low && !slot.other_parties;
      if (is_carried(entry.before) && !is_carried(entry.status)) entry.lost = std::move(was->second.targets);
    }
    all.push_back(std::move(entry));
  }
  return all;
}

}  // namespace

std::map<std::string, In<Item>> link_atoms(const Review& review) {
  std::map<std::string, In<Item>> atoms;
  // Where artefacts have an id in common the order of the paths says whose atom it is, never the order of the inputs.
  std::vector<std::uint32_t> by_path(review.units.size());
  std::iota(by_path.begin(), by_path.end(), 0U);
  std::stable_sort(by_path.begin(), by_path.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return review.units[Id<Unit>(a)].path < review.units[Id<Unit>(b)].path; });
  // A schema does not say whether what it describes is still in use: the catalogue's word stands.
  const auto is_schema = [&](In<Item> in) { return review.documents[review.units[in.unit].document].kind == FileKind::openapi; };
  for (const auto u : by_path) {
    if (u < review.inputs.size() && (review.inputs[u].role == InputRole::baseline || review.inputs[u].role == InputRole::companion)) continue;
    const Unit& unit = review.units[Id<Unit>(u)];
    for (std::uint32_t i = 0; i < unit.items.size(); ++i) {
      const In<Item> in{Id<Unit>(u), Id<Item>(i)};
      const auto [place, fresh] = atoms.try_emplace(unit.items[in.id].id, in);
      if (fresh) continue;
      const In<Item> kept = place->second;
      const bool kept_is_dead = is_withdrawn(review.units[kept.unit].items[kept.id]), is_dead = is_withdrawn(unit.items[in.id]);
      if ((kept_is_dead && !is_dead && !is_schema(in)) || (is_dead && !kept_is_dead && is_schema(kept))) place->second = in;
    }
  }
  return atoms;
}

void link_coverage(const Review& review, const DocumentIndex& documents, unsigned threads, Corpus& corpus) {
  NamedProvisions names(review, documents);
  const AtomGraph graph(review, corpus.atoms);
  TraceRegister traces = read_trace_register(review, corpus, names);
  mark_unwanted(graph, traces.links);

  EvidenceTable evidence;
  add_declared(review, traces.links, evidence);
  add_text_evidence(review, corpus.roles, corpus.atoms, proposed_texts(review, names), evidence);
  sort_evidence(review, evidence);
  CoverageSlots slots = judge_evidence(review, graph, evidence);
  CoverageSlots before = judge_evidence(review, graph, evidence_before(review, corpus.roles, corpus.atoms, traces.links, names));
  const CoverageSettler settler(review, graph, traces, read_open_comments(review, corpus, names), unrelated_files(review, slots));
  for (auto& [key, slot] : slots) settler.settle(slot);
  find_shallow(review, corpus.roles, graph, slots, traces.links);

  corpus.coverage = entries_of(slots, before);
  add_not_owed(review, graph, evidence, corpus.coverage);
  std::sort(corpus.coverage.begin(), corpus.coverage.end(), [&](const AtomCoverage& a, const AtomCoverage& b) {
    const Item &left = graph.item(a.item), &right = graph.item(b.item);
    return std::tie(left.kind, left.id, a.code) < std::tie(right.kind, right.id, b.code);
  });
  corpus.traces = std::move(traces.links);
  name_topics(review, corpus.coverage);
  corpus.traced_text = trace_changed_text(review, corpus, evidence, threads);
  corpus.thresholds = judge_thresholds(review, corpus.coverage);
}

}  // namespace dovetail
