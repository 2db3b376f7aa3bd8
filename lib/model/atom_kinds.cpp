// Kinds by what is defined, and by the shapes of ids.
#include "model/atom_kinds.h"

#include "text/id_schemes.h"
#include "text/ids.h"

namespace dovetail {
AtomKinds::AtomKinds(const Review& review) {
  for (const Unit& unit : review.units)
    for (const Item& item : unit.items) {
      defined_[item.kind].insert(item.id);
      if (auto scheme = id_scheme(item.id); !scheme.empty()) schemes_[item.kind].insert(std::move(scheme));
    }
}

bool AtomKinds::holds(const Sets& sets, std::string_view kind, std::string_view value) {
  const auto of_kind = sets.find(kind);
  return of_kind != sets.end() && of_kind->second.contains(value);
}

bool AtomKinds::defines(std::string_view id, std::string_view kind) const { return holds(defined_, kind, id); }

bool AtomKinds::names(std::string_view id, std::string_view kind) const { return defines(id, kind) || canonical_id(id).family == kind; }

bool AtomKinds::is_spelt_like(std::string_view id, std::string_view kind) const {
  return !canonical_id(id).family.empty() || holds(schemes_, kind, id_scheme(id));
}

}  // namespace dovetail
