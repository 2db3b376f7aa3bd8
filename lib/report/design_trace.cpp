// Links and gaps of the design as text and JSON.
#include "report/design_trace.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "report/json_text.h"
#include "report/wording.h"

namespace dovetail {
namespace {

struct Gap {
  std::string atom, kind, why;
  friend auto operator<=>(const Gap&, const Gap&) = default;
};

const Item& item_of(const Review& review, In<Item> in) { return review.units[in.unit].items[in.id]; }

std::map<std::string, std::size_t> atoms_by_kind(const Review& review) {
  std::map<std::string, std::size_t> counts;
  for (const Unit& unit : review.units)
    for (const Item& item : unit.items) ++counts[item.kind];
  return counts;
}

/// Requirements without a step and steps without a requirement, where the design links the two at all.
void add_alone(const Review& review, std::set<Gap>& gaps) {
  std::set<std::string> linked;
  for (const DesignLink& link : review.corpus.design_links) {
    const Item& from = item_of(review, link.from);
    const bool pair = (from.kind == "requirement" && link.to_kind == "bp_step") || (from.kind == "bp_step" && link.to_kind == "requirement");
    if (!pair || !link.found) continue;
    linked.insert(from.id);
    linked.insert(link.to);
  }
  if (linked.empty()) return;
  for (const Unit& unit : review.units)
    for (const Item& item : unit.items)
      if ((item.kind == "requirement" || item.kind == "bp_step") && !item.record.struck && !linked.contains(item.id))
        gaps.insert({item.id, item.kind, item.kind == "requirement" ? "no process step carries it" : "no requirement asks for it"});
}

std::set<Gap> gaps_of(const Review& review) {
  std::set<Gap> gaps;
  for (const DesignLink& link : review.corpus.design_links) {
    const Item& from = item_of(review, link.from);
    if (!link.found) gaps.insert({from.id, from.kind, link.field + " names " + link.to + ", which no artefact that was read defines"});
  }
  add_alone(review, gaps);
  return gaps;
}

}  // namespace

std::string design_trace_text(const Review& review) {
  std::string out = "Design\n";
  for (const auto& [kind, count] : atoms_by_kind(review)) out += "  " + words_of_kind(kind) + ": " + std::to_string(count) + "\n";
  std::map<std::tuple<std::string, std::string>, std::pair<std::size_t, std::size_t>> links;  // kinds: all, found
  for (const DesignLink& link : review.corpus.design_links) {
    auto& [all, found] = links[{item_of(review, link.from).kind, link.to_kind}];
    ++all;
    found += link.found;
  }
  out += "Links\n";
  for (const auto& [kinds, counts] : links)
    out += "  " + words_of_kind(std::get<0>(kinds)) + " to " + words_of_kind(std::get<1>(kinds)) + ": " + std::to_string(counts.second) + " of " +
           std::to_string(counts.first) + " found\n";
  const auto gaps = gaps_of(review);
  if (!gaps.empty()) out += "Gaps\n";
  for (const Gap& gap : gaps) out += "  " + gap.atom + ": " + gap.why + "\n";
  if (!review.corpus.conflicts.empty()) out += "Conflicts\n";
  for (const AtomConflict& conflict : review.corpus.conflicts)
    out += "  " + conflict.atom + ", " + conflict.aspect + ": " + conflict.difference + "\n";
  return out;
}

std::string design_trace_json(const Review& review) {
  Json json = {{"schema", "dovetail.design-trace/1"},
               {"atoms", Json::object()},
               {"links", Json::array()},
               {"gaps", Json::array()},
               {"conflicts", Json::array()}};
  for (const auto& [kind, count] : atoms_by_kind(review)) json["atoms"][kind] = count;
  for (const DesignLink& link : review.corpus.design_links)
    json["links"].push_back(
        {{"from", item_of(review, link.from).id}, {"field", link.field}, {"to", link.to}, {"kind", link.to_kind}, {"found", link.found}});
  for (const Gap& gap : gaps_of(review)) json["gaps"].push_back({{"atom", gap.atom}, {"kind", gap.kind}, {"why", gap.why}});
  for (const AtomConflict& conflict : review.corpus.conflicts) {
    Json said = Json::array();
    for (const SourceValue& one : conflict.said) said.push_back({{"source", one.source}, {"value", one.value}});
    json["conflicts"].push_back(
        {{"atom", conflict.atom}, {"aspect", conflict.aspect}, {"difference", conflict.difference}, {"said", std::move(said)}});
  }
  return finished(json);
}

}  // namespace dovetail
