// The family design: artefacts that do not say the same of one atom.
#include <algorithm>
#include <array>

#include "check/atom_finding.h"
#include "check/design.h"
#include "check/make_finding.h"

namespace dovetail {
namespace {

/// Which kind of row defines an aspect: a finding stands there.
std::size_t rank(const Item& item) {
  constexpr std::array order{"interface", "interface_item", "data_item",  "bp_step",    "choreography",
                             "message",   "variant",        "collection", "enumeration"};
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), item.kind) - order.begin());
}

const Item& item_of(const Review& review, const SourceValue& said) { return review.units[said.item.unit].items[said.item.id]; }

/// An enumeration's finding stands at the value that only its artefact has.
In<Item> place_of(const Review& review, const AtomConflict& conflict) {
  const auto first = std::min_element(conflict.said.begin(), conflict.said.end(), [&](const SourceValue& a, const SourceValue& b) {
    return rank(item_of(review, a)) < rank(item_of(review, b));
  });
  if (conflict.aspect != "enumeration") return first->item;
  for (const SourceValue& said : conflict.said) {
    const Table<Item>& items = review.units[said.item.unit].items;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      const Item& item = items[Id<Item>(i)];
      if (item.kind != "enumeration" || item.parent != conflict.atom) continue;
      const std::string value(item.record.field("enum_value"));
      if (conflict.difference.find(value + " in " + said.source + " only") != std::string::npos) return {said.item.unit, Id<Item>(i)};
    }
  }
  return first->item;
}

std::string aspect_words(const std::string& aspect) {
  if (aspect == "enumeration") return "its values differ";
  return "its " + aspect + (aspect == "receivers" || aspect == "units" ? " differ" : " differs");
}

void report(const Review& review, const Rule& rule, const AtomConflict& conflict, Checked& checked) {
  const In<Item> place = place_of(review, conflict);
  Finding finding = atom_finding(review, rule, place);
  finding.atom = finding.label = conflict.atom;
  finding.key = conflict.atom + " " + conflict.aspect;
  finding.message = fill(
      rule.message, {{"label", conflict.atom}, {"atom", conflict.atom}, {"aspect", aspect_words(conflict.aspect)}, {"what", conflict.difference}});
  for (const SourceValue& said : conflict.said) {
    const Item& item = item_of(review, said);
    finding.notes.push_back({{review.units[said.item.unit].document, item.record.span}, item.id, said.source + " has " + said.value});
  }
  checked.findings.push_back(std::move(finding));
}

}  // namespace

void check_source_conflict(const Review& review, const Rule& rule, Checked& checked) {
  const auto values = rule.with.find("values");
  const bool wants_values = values != rule.with.end() && values->second == "true";
  for (const AtomConflict& conflict : review.corpus.conflicts)
    if ((conflict.aspect == "enumeration") == wants_values) report(review, rule, conflict, checked);
}

}  // namespace dovetail
