// Definitions are looked up from the inside out.
#include "model/reach.h"

#include <algorithm>

#include "model/locate.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool holds_at(const Unit& unit, Id<Provision> scope, Id<Provision> at, View view) {
  for (auto id = at; id; id = unit.provisions[id].parent[index(view)])
    if (id == scope) return true;
  // A division holds all lines up to the next one, whether or not they are its children.
  if (!scope || !at) return false;
  const auto& outer = unit.provisions[scope];
  const auto line = unit.provisions[at].lines[index(view)].begin;
  return outer.views.has(view) && outer.lines[index(view)].begin <= line && line < outer.last_line[index(view)];
}

bool is_code_named(const Review& review, const std::string& code, const std::string& name) {
  const auto key = fold_phrase(name);
  return std::any_of(review.project.codes.begin(), review.project.codes.end(), [&](const CodeEntry& entry) {
    if (entry.id != code) return false;
    return fold_phrase(entry.id) == key || fold_phrase(entry.name) == key ||
           std::any_of(entry.aliases.begin(), entry.aliases.end(),
                       [&](const std::string& alias) { return fold_phrase(alias) == key || fold_phrase(alias) == "the " + key; });
  });
}

}  // namespace

bool is_named(const Unit& unit, const std::string& name) {
  const auto key = fold_phrase(name);
  const auto fits = [&](const std::string& other) {
    const auto folded = fold_phrase(other);
    return folded == key || (!unit.code.empty() && folded == fold_phrase(unit.code) + " " + key);
  };
  return fits(unit.id) || fits(unit.title) || std::any_of(unit.aliases.begin(), unit.aliases.end(), fits);
}

bool is_glossary(const DocumentEntry* entry, const Profile* profile, const Unit& unit) {
  static const Pattern annex = Pattern::literal("annex x-[0-9]+", true);
  static const Pattern title = Pattern::literal("glossary|definitions|interpretation", true);
  if (entry && entry->glossary == "code") return true;
  if (entry && !entry->glossary.empty()) return false;
  if (profile && (profile->glossary || profile->scope_of_terms == "code")) return true;
  return annex.find(unit.id) || title.find(unit.title) || title.find(unit.id);
}

ReachTable::ReachTable(const Review& review) : review_(review) {
  for (const auto& unit : review.units)
    for (const auto& name : unit.imports)
      for (const auto& other : review.units)
        if (!other.code.empty() && other.code != unit.code && (is_code_named(review, other.code, name) || is_named(other, name)))
          imports_.insert({unit.code, other.code});
}

bool ReachTable::imports(const std::string& code, const std::string& from) const {
  return code == from || code.empty() || from.empty() || imports_.contains({code, from});
}

std::optional<Nearness> ReachTable::nearness(In<Definition> definition, Id<Unit> from, Id<Provision> at, View view) const {
  const auto& home = review_.units[definition.unit];
  const auto& unit = review_.units[from];
  const auto& d = home.definitions[definition.id];
  if (!d.views.has(view)) return std::nullopt;
  if (!d.within.empty()) {  // "in Section S": a table of the glossary that is meant for one section
    if (is_named(unit, d.within)) return Nearness::division;
    if (d.reach_stated) return std::nullopt;
  }
  if (definition.unit == from) {
    if (d.scope && holds_at(unit, d.scope, at, view)) return d.reach == Reach::paragraph ? Nearness::paragraph : Nearness::division;
    if (d.scope && d.reach_stated) return std::nullopt;
    if (d.scope) return Nearness::beside;
    return Nearness::document;
  }
  if (d.scope && d.reach_stated) return std::nullopt;
  const bool same_code = unit.code == home.code || unit.code.empty() || home.code.empty();
  if (same_code) return d.reach == Reach::code ? Nearness::code : Nearness::beside;
  if (imports(unit.code, home.code)) return Nearness::imported;
  return std::nullopt;
}

std::string scope_name(const Review& review, In<Definition> definition) {
  const auto& unit = review.units[definition.unit];
  const auto& d = unit.definitions[definition.id];
  if (!d.within.empty()) return d.within;
  if (d.scope) {
    const auto& provision = unit.provisions[d.scope];
    const auto& label = provision.label[provision.views.proposed ? 1 : 0];
    if (provision.kind == ProvisionKind::division) return label;
    return "paragraph " + label;
  }
  if (d.reach == Reach::code && !unit.code.empty()) return unit.code;
  if (!unit.id.empty()) return unit.id;
  const auto slash = unit.path.find_last_of('/');
  return slash == std::string::npos ? unit.path : unit.path.substr(slash + 1);
}

}  // namespace dovetail
