// Kinds of atoms and the families of their ids.
#include "compile/atoms/families.h"

#include <algorithm>
#include <array>

#include "compile/tables.h"
#include "text/ids.h"
#include "text/pattern.h"

namespace dovetail {
namespace {

struct KindFamily {
  std::string_view kind, family;
};

constexpr std::array families{
    KindFamily{"bp_step", "bp_step"},     KindFamily{"requirement", "requirement"},  KindFamily{"choreography", "choreography"},
    KindFamily{"interface", "interface"}, KindFamily{"interface_item", "data_item"}, KindFamily{"data_item", "data_item"},
    KindFamily{"message", "message"},     KindFamily{"variant", "variant"},          KindFamily{"collection", "data_item"}};

}  // namespace

std::string_view id_family(std::string_view kind) {
  const auto found = std::find_if(families.begin(), families.end(), [&](const KindFamily& f) { return f.kind == kind; });
  return found == families.end() ? std::string_view() : found->family;
}

std::vector<const Mapping*> mappings_for(const Input& input) {
  if (input.mapping != nullptr) return {input.mapping};
  std::vector<const Mapping*> mappings;
  if (input.candidates == nullptr) return mappings;
  const bool wants_register = input.role == InputRole::register_file;
  for (const Mapping& mapping : *input.candidates) {
    if (wants_register && !input.register_kind.empty() && mapping.gives != input.register_kind && mapping.name != input.register_kind) continue;
    if (!wants_register && is_register(mapping.gives)) continue;
    mappings.push_back(&mapping);
  }
  return mappings;
}

bool counts_within_parent(std::string_view kind) { return kind == "interface_item" || kind == "enumeration" || kind == "collection"; }

bool looks_like_id(std::string_view id) {
  static const Pattern shape = Pattern::literal(R"([A-Z]{2,12}[-_. ]?(?:[A-Z0-9]{1,8}[-_.])*[0-9]{1,6}[A-Za-z]?(?:\.[0-9]{1,4}[a-z]?)*)");
  return !canonical_id(id).family.empty() || shape.matches(id);
}

}  // namespace dovetail
