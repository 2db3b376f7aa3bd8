// Which fields of design atoms name other atoms.
#pragma once

#include <array>
#include <string_view>

namespace dovetail {

/// A field of one kind of atom that names atoms of another kind.
struct Naming {
  std::string_view kind, field, named;
  bool owed = true;  // what it names must be defined by some artefact; a local catalogue reference may be a legacy flow
};

inline constexpr std::array namings{
    Naming{"bp_step", "interface_ids", "interface"},       Naming{"bp_step", "next_step", "bp_step"},
    Naming{"bp_step", "requirement_ids", "requirement"},   Naming{"requirement", "parent_id", "requirement"},
    Naming{"requirement", "bp_steps", "bp_step"},          Naming{"requirement", "interface_ids", "interface"},
    Naming{"choreography", "bp_step", "bp_step"},          Naming{"choreography", "interface_id", "interface"},
    Naming{"interface", "publishes_as", "interface"},      Naming{"interface", "triggered_by_steps", "bp_step"},
    Naming{"interface", "replaced_by", "interface"},       Naming{"interface_item", "interface_id", "interface"},
    Naming{"interface_item", "data_item_id", "data_item"}, Naming{"message", "local_catalogue_ref", "interface", false},
    Naming{"collection", "market_message_id", "message"},  Naming{"collection", "scenario_variant_id", "variant"},
    Naming{"collection", "data_item_id", "data_item"},     Naming{"variant", "market_message_id", "message"},
    Naming{"enumeration", "data_item_id", "data_item"},
};

}  // namespace dovetail
