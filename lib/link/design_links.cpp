// The design's own links.
#include "link/design_links.h"

#include <string>

#include "model/atom_kinds.h"
#include "model/naming.h"
#include "text/ids.h"

namespace dovetail {

std::vector<DesignLink> link_design(const Review& review) {
  const AtomKinds kinds(review);
  std::vector<DesignLink> links;
  for (std::uint32_t u = 0; u < review.units.size(); ++u) {
    const Table<Item>& items = review.units[Id<Unit>(u)].items;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      const Item& item = items[Id<Item>(i)];
      if (item.record.struck) continue;
      for (const Naming& naming : namings) {
        if (naming.kind != item.kind) continue;
        for (std::string& id : split_values(item.record.field(naming.field))) {
          const bool found = kinds.defines(id, naming.named), legacy = naming.named == "interface" && canonical_id(id).family == "flow";
          if (says_not_applicable(id) || !kinds.is_spelt_like(id, naming.named) || (legacy && !found)) continue;
          links.push_back({{Id<Unit>(u), Id<Item>(i)}, std::string(naming.field), std::string(naming.named), std::move(id), found});
        }
      }
    }
  }
  return links;
}

}  // namespace dovetail
