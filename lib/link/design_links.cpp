// The design's own links.
#include "link/design_links.h"

#include <array>
#include <set>
#include <string>

#include "text/ids.h"

namespace dovetail {
namespace {

struct Naming {
  std::string_view kind, field, named;
};

/// A field of one kind of atom that names atoms of another kind.
constexpr std::array namings{
    Naming{"bp_step", "interface_ids", "interface"},       Naming{"bp_step", "next_step", "bp_step"},
    Naming{"bp_step", "requirement_ids", "requirement"},   Naming{"requirement", "parent_id", "requirement"},
    Naming{"requirement", "bp_steps", "bp_step"},          Naming{"requirement", "interface_ids", "interface"},
    Naming{"choreography", "bp_step", "bp_step"},          Naming{"choreography", "interface_id", "interface"},
    Naming{"interface", "publishes_as", "interface"},      Naming{"interface", "triggered_by_steps", "bp_step"},
    Naming{"interface", "replaced_by", "interface"},       Naming{"interface_item", "interface_id", "interface"},
    Naming{"interface_item", "data_item_id", "data_item"}, Naming{"message", "local_catalogue_ref", "interface"},
    Naming{"collection", "market_message_id", "message"},  Naming{"collection", "scenario_variant_id", "variant"},
    Naming{"collection", "data_item_id", "data_item"},     Naming{"variant", "market_message_id", "message"},
    Naming{"enumeration", "data_item_id", "data_item"},
};

}  // namespace

std::vector<DesignLink> link_design(const Review& review) {
  std::set<std::pair<std::string_view, std::string_view>> defined;
  for (const Unit& unit : review.units)
    for (const Item& item : unit.items) defined.emplace(item.kind, item.id);
  std::vector<DesignLink> links;
  for (std::uint32_t u = 0; u < review.units.size(); ++u) {
    const Table<Item>& items = review.units[Id<Unit>(u)].items;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      const Item& item = items[Id<Item>(i)];
      if (item.record.struck) continue;
      for (const Naming& naming : namings) {
        if (naming.kind != item.kind) continue;
        for (std::string& id : split_values(item.record.field(naming.field))) {
          const auto family = canonical_id(id).family;
          if (says_not_applicable(id) || family.empty() || (naming.named == "interface" && family == "flow")) continue;
          const bool found = defined.contains({naming.named, id});
          links.push_back({{Id<Unit>(u), Id<Item>(i)}, std::string(naming.field), std::string(naming.named), std::move(id), found});
        }
      }
    }
  }
  return links;
}

}  // namespace dovetail
