// How atoms hang together.
#include "link/atom_graph.h"

#include "link/named_provisions.h"
#include "link/trace_links.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr int deepest_tree = 20;  // deeper requirement trees do not occur; a cycle ends here too

}  // namespace

AtomGraph::AtomGraph(const Review& review, const std::map<std::string, In<Item>>& atoms) : review_(review), atoms_(atoms) {
  for (const auto& [id, in] : atoms_) {
    const Item& atom = item(in);
    const bool requirement = atom.kind == "requirement" && !is_withdrawn(atom);
    if (requirement)
      for (const std::string& step : split_values(atom.record.field("bp_steps"))) requirements_[step].insert(id);
    if (atom.kind == "bp_step")
      for (const std::string& carried : split_values(atom.record.field("requirement_ids"))) requirements_[id].insert(carried);
    if (requirement && !atom.parent.empty() && atom.parent != id) children_[atom.parent].insert(id);
    for (const char* field : {"interface_ids", "interface_id", "data_item_id", "triggered_by_steps"})
      for (const std::string& named : split_values(atom.record.field(field)))
        if (named != id) names_[id].insert(named), names_[named].insert(id);
  }
  for (const auto& [step, requirements] : requirements_)
    for (const std::string& requirement : requirements) steps_[requirement].insert(step);
}

const std::set<std::string>& AtomGraph::of(const Sets& sets, const std::string& id) {
  static const std::set<std::string> none;
  const auto found = sets.find(id);
  return found == sets.end() ? none : found->second;
}

const Item* AtomGraph::find(const std::string& id) const {
  const auto known = atoms_.find(id);
  return known == atoms_.end() ? nullptr : &item(known->second);
}

std::set<std::string> AtomGraph::related(const std::string& id) const {
  std::set<std::string> all = of(names_, id);
  for (const Sets* sets : {&requirements_, &steps_, &children_}) all.insert(of(*sets, id).begin(), of(*sets, id).end());
  return all;
}

std::set<std::string> AtomGraph::codes_of(const Item& atom) const {
  std::set<std::string> codes = said_codes(atom);
  if (codes.empty() && atom.kind == "bp_step")
    for (const std::string& requirement : requirements_of(atom.id))
      if (const Item* carried = find(requirement)) codes.merge(inherited_codes(*carried));
  if (codes.empty() && atom.kind == "requirement") codes = inherited_codes(atom);
  for (const Expectation& expectation : review_.project.expectations)
    if (codes.empty() && expectation.kind == atom.kind)
      for (const std::string& code : expectation.codes) codes.insert(code_named(review_.project, code));
  if (codes.empty()) codes.insert(std::string());
  return codes;
}

std::set<std::string> AtomGraph::said_codes(const Item& atom) const {
  std::set<std::string> codes;
  for (const std::string& name : split_values(atom.record.field("target_codes"))) {
    if (says_not_applicable(name)) continue;
    if (fold(name) == "all")
      for (const CodeEntry& code : review_.project.codes) codes.insert(code.id);
    else
      codes.insert(code_named(review_.project, name));
  }
  return codes;
}

std::set<std::string> AtomGraph::inherited_codes(const Item& atom) const {
  const Item* at = &atom;
  for (int level = 0; at != nullptr && level < deepest_tree; ++level, at = find(at->parent)) {
    auto codes = said_codes(*at);
    if (!codes.empty()) return codes;
  }
  return {};
}

int AtomGraph::depth_of(const Item& atom) const {
  int depth = 0;
  for (const Item* above = find(atom.parent); above != nullptr && depth < deepest_tree; above = find(above->parent)) ++depth;
  return depth;
}

}  // namespace dovetail
