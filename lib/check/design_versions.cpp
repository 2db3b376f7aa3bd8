// The family design: releases and versions that do not pair.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "check/atom_finding.h"
#include "check/design.h"
#include "check/make_finding.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

bool is_live(const Item& item) {
  static constexpr std::array gone{"withdrawn", "retired", "superseded", "deleted", "removed", "obsolete", "retiring"};
  const std::string status = fold_phrase(item.status);
  return !item.record.struck && std::find(gone.begin(), gone.end(), status) == gone.end();
}

class Versions {
 public:
  Versions(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked) {}

  void run() {
    for (std::uint32_t u = 0; u < review_.units.size() && u < review_.inputs.size(); ++u) check_releases(Id<Unit>(u));
    check_pairs();
  }

 private:
  /// Atoms that changed after the release that their artefact is said to be at.
  void check_releases(Id<Unit> id) {
    const Unit& unit = review_.units[id];
    const DesignEntry* entry = review_.inputs[id.value].design;
    const bool own = entry != nullptr && !entry->release.empty();
    const std::string& declared = own ? entry->release : review_.project.release;
    if (declared.empty()) return;
    for (std::uint32_t i = 0; i < unit.items.size(); ++i) {
      const Item& item = unit.items[Id<Item>(i)];
      const auto order = compare_releases(item.release, declared, review_.project.releases);
      if (!order || *order <= 0 || !is_live(item) || item.kind == "interface_item" || item.kind == "enumeration") continue;
      report({id, Id<Item>(i)},
             "it is of release " + item.release + ", and " + (own ? "its artefact" : "the project") + " is declared to be at " + declared, declared);
    }
  }

  [[nodiscard]] bool is_schema(Id<Unit> unit) const { return review_.documents[review_.units[unit].document].kind == FileKind::openapi; }

  /// Every interface of the schemas stands in the catalogue and the other way round, and both are of one release.
  void check_pairs() {
    std::map<std::string, In<Item>> logical, physical;
    std::set<std::string> published, withdrawn;
    for (std::uint32_t u = 0; u < review_.units.size(); ++u)
      for (std::uint32_t i = 0; i < review_.units[Id<Unit>(u)].items.size(); ++i) {
        const Item& item = review_.units[Id<Unit>(u)].items[Id<Item>(i)];
        if (item.kind == "interface" && !is_live(item)) withdrawn.insert(item.id);
        if (item.kind != "interface" || !is_live(item)) continue;
        (is_schema(Id<Unit>(u)) ? physical : logical).try_emplace(item.id, In<Item>{Id<Unit>(u), Id<Item>(i)});
        if (const auto as = item.record.field("publishes_as"); !as.empty()) published.insert(std::string(as));
      }
    if (logical.empty() || physical.empty()) return;
    std::size_t both = 0;
    for (const auto& [id, in] : physical)
      if (logical.contains(id))
        ++both;
      else
        report(in,
               withdrawn.contains(id) ? "the schemas have it, and the interface catalogue has withdrawn it"
                                      : "the schemas have it, and no interface catalogue has",
               "catalogue");
    // Schemas of some interfaces alone say nothing of the others.
    for (const auto& [id, in] : logical)
      if (both * 2 > logical.size() && !physical.contains(id) && !published.contains(id) && same_transport(in, logical, physical))
        report(in, "the catalogue has it, and no schema that was read has", "schema");
    check_releases_of_pairs(logical, physical);
  }

  /// What goes another way than the interfaces that have schemas needs none.
  [[nodiscard]] bool same_transport(In<Item> in, const std::map<std::string, In<Item>>& logical,
                                    const std::map<std::string, In<Item>>& physical) const {
    const std::string own = fold_phrase(item(in).record.field("transport"));
    return std::any_of(physical.begin(), physical.end(), [&](const auto& pair) {
      const auto found = logical.find(pair.first);
      return found != logical.end() && fold_phrase(item(found->second).record.field("transport")) == own;
    });
  }

  /// A schema file of an older release than an interface that it holds.
  void check_releases_of_pairs(const std::map<std::string, In<Item>>& logical, const std::map<std::string, In<Item>>& physical) {
    for (const auto& [id, in] : physical) {
      const auto other = logical.find(id);
      if (other == logical.end()) continue;
      const Item &schema = item(in), &catalogue = item(other->second);
      const auto order = compare_releases(catalogue.release, schema.release, review_.project.releases);
      if (order && *order > 0)
        report(in, "the catalogue has it at release " + catalogue.release + ", and the schemas are of " + schema.release, catalogue.release);
    }
  }

  [[nodiscard]] const Item& item(In<Item> in) const { return review_.units[in.unit].items[in.id]; }

  void report(In<Item> in, const std::string& what, const std::string& key) {
    Finding finding = atom_finding(review_, rule_, in);
    finding.key = finding.atom + " " + key;
    finding.message = fill(rule_.message, {{"label", finding.label}, {"atom", finding.atom}, {"what", what}});
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
};

}  // namespace

void check_unversioned(const Review& review, const Rule& rule, Checked& checked) { Versions(review, rule, checked).run(); }

}  // namespace dovetail
