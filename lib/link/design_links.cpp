// The design's own links.
#include "link/design_links.h"

#include <set>
#include <string>

#include "model/naming.h"
#include "text/ids.h"

namespace dovetail {

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
