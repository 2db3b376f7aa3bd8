// The family design: what artefacts name must be defined by one of them.
#include "check/design.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "check/atom_finding.h"
#include "check/make_finding.h"
#include "model/atom_kinds.h"
#include "model/naming.h"
#include "text/id_schemes.h"
#include "text/ids.h"
#include "text/listed_names.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

/// The process of a step ("BP901" of "BP901.040"), the group of a requirement ("XP-BR-MS" of "XP-BR-MS-004"): one artefact holds all of them.
/// Other kinds stand in one catalogue.
std::string group_of(std::string_view id, std::string_view kind) {
  if (kind == "bp_step" && id.find('.') != std::string_view::npos) return std::string(id.substr(0, id.find('.')));
  return kind == "bp_step" || kind == "requirement" ? id_group(id) : std::string();
}

/// The ids that exist, and the groups that some loaded artefact holds, per kind.
struct Defined {
  explicit Defined(const Review& review) : kinds(review) {}

  AtomKinds kinds;
  std::set<std::string> ids;
  std::set<std::pair<std::string, std::string>> groups;  // kind, group
};

Defined defined_by(const Review& review) {
  Defined defined(review);
  for (const Unit& unit : review.units)
    for (const Item& item : unit.items) {
      defined.ids.insert(item.id);
      defined.groups.emplace(item.kind, group_of(item.id, item.kind));
    }
  return defined;
}

/// The cell of the atom's own row that names `id`; nothing for an atom that stands in no table.
std::optional<Span> cell_that_names(const Document& document, Span atom, const std::string& id) {
  const Id<Cell> own = atom.empty() ? Id<Cell>() : cell_at(document, atom.begin);
  if (!own) return std::nullopt;
  for (auto cell = document.cells.begin(); cell != document.cells.end(); ++cell) {
    if (cell->row != document.cells[own].row || cell->span == document.cells[own].span) continue;
    const auto ids = ids_in_cell(slice(document.text, cell->span));
    if (std::any_of(ids.begin(), ids.end(), [&](const DesignId& named) { return named.canonical == id; })) return cell->span;
  }
  return std::nullopt;
}

std::string role_key(std::string_view role) { return fold_phrase(role); }

/// Every name of every role of the role table; empty where none was read.
std::set<std::string> known_roles(const Review& review) {
  std::set<std::string> roles;
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records) {
      if (record.kind != "roles") continue;
      for (const auto* field : {"role", "name", "aliases"})
        for (const std::string& name : split_values(record.field(field))) roles.insert(role_key(name));
    }
  return roles;
}

/// The lane of a process step is a role of the role table.
void check_lane(const Review& review, const Rule& rule, In<Item> in, const std::set<std::string>& roles, Checked& checked) {
  const Item& item = review.units[in.unit].items[in.id];
  std::vector<std::string> named;
  for (const std::string& value : split_values(item.record.field("lane_role")))
    for (std::string& role : listed_names(value, [&](std::string_view name) { return roles.contains(role_key(name)); }))
      named.push_back(std::move(role));
  for (const std::string& role : named) {
    if (says_not_applicable(role) || roles.contains(role_key(role))) continue;
    Finding finding = atom_finding(review, rule, in);
    finding.text = role;
    finding.key = item.id + " " + role;
    finding.message = fill(rule.message, {{"label", item.id}, {"target", role}});
    checked.findings.push_back(std::move(finding));
  }
}

void check_field(const Review& review, const Rule& rule, In<Item> in, const Naming& naming, const Defined& defined, Checked& checked) {
  const Item& item = review.units[in.unit].items[in.id];
  for (const std::string& id : split_values(item.record.field(naming.field))) {
    if (says_not_applicable(id) || defined.ids.contains(id) || !defined.kinds.is_spelt_like(id, naming.named)) continue;
    if (!defined.groups.contains({std::string(naming.named), group_of(id, naming.named)})) continue;
    Finding finding = atom_finding(review, rule, in);
    if (const auto named = cell_that_names(review.documents[review.units[in.unit].document], item.record.span, id)) {
      finding.place.span = *named;
      finding.text = id;
    }
    finding.key = item.id + " " + id;
    finding.message = fill(rule.message, {{"label", item.id}, {"target", id}});
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace

void check_dangling_atom(const Review& review, const Rule& rule, Checked& checked) {
  const Defined defined = defined_by(review);
  if (defined.ids.empty()) {
    checked.blocked.push_back({rule.id, "no design was read"});
    return;
  }
  const std::set<std::string> roles = known_roles(review);
  for (std::uint32_t u = 0; u < review.units.size(); ++u) {
    const Unit& unit = review.units[Id<Unit>(u)];
    for (std::uint32_t i = 0; i < unit.items.size(); ++i) {
      const Item& item = unit.items[Id<Item>(i)];
      if (!roles.empty() && item.kind == "bp_step" && !item.record.struck) check_lane(review, rule, {Id<Unit>(u), Id<Item>(i)}, roles, checked);
    }
    for (std::uint32_t i = 0; i < unit.items.size(); ++i)
      for (const Naming& naming : namings)
        if (naming.owed && naming.kind == unit.items[Id<Item>(i)].kind && !unit.items[Id<Item>(i)].record.struck)
          check_field(review, rule, {Id<Unit>(u), Id<Item>(i)}, naming, defined, checked);
  }
}

}  // namespace dovetail
