// Mappings and small inputs for tests of the design side.
#include "help/mappings.h"

#include <algorithm>
#include <stdexcept>

#include "compile/tables.h"
#include "read/csv.h"

namespace help {

using namespace dovetail;

namespace {

/// "req_id!:id" is a required id field, "to_roles*" holds several values, "sla_text" is plain text; synonyms follow after "|".
MappedField field(std::string_view written) {
  MappedField made;
  const std::size_t bar = written.find('|');
  std::string_view head = written.substr(0, bar);
  if (bar != std::string_view::npos) made.columns.emplace_back(written.substr(bar + 1));
  if (const std::size_t colon = head.find(':'); colon != std::string_view::npos) {
    made.as = head.substr(colon + 1);
    head = head.substr(0, colon);
  }
  while (head.ends_with('!') || head.ends_with('*')) {
    (head.back() == '!' ? made.required : made.many) = true;
    head.remove_suffix(1);
  }
  made.field = head;
  return made;
}

Mapping make(std::string name, std::string gives, std::string id, std::string text, std::string parent, const std::vector<std::string_view>& fields) {
  Mapping made{std::move(name), {}, std::move(gives), std::move(id), std::move(text), std::move(parent), {}, {}, {}};
  for (const auto& f : fields) made.fields.push_back(field(f));
  return made;
}

std::vector<Mapping> all() {
  return {
      make("bp-steps", "bp_step", "step_id", "step_text", "",
           {"bp_id:id", "bp_version:version", "step_id!:id", "lane_role", "step_text!|Activity", "interface_ids*:id", "to_roles*", "next_step*:id",
            "requirement_ids*:id", "release"}),
      make("brs", "requirement", "req_id", "text", "parent_id",
           {"req_id!:id|Requirement reference", "parent_id:id", "brs_id:id", "brs_version:version", "text!|Requirement", "obligation", "bp_steps*:id",
            "interface_ids*:id", "target_codes*", "status", "release"}),
      make("choreography", "choreography", "oc_id", "sla_text", "",
           {"oc_id!:id", "opc_version:version", "bp_step:id", "interface_id:id", "sender_role", "receiver_roles*", "sla_text!", "release"}),
      make("interfaces", "interface", "interface_id", "name", "",
           {"interface_id!:id", "name!", "version:version", "status", "sender_role", "primary_receivers*", "publishes_as*:id",
            "triggered_by_steps*:id", "legacy_flow*:id", "release", "replaced_by:id"}),
      make("interface-items", "interface_item", "data_item_id", "data_item_name", "interface_id",
           {"interface_id!:id", "data_item_id!:id", "data_item_name", "optionality"}),
      make("data-items", "data_item", "data_item_id", "definition", "", {"data_item_id!:id", "name!", "definition", "version:version", "status"}),
      make("trace", "trace", "link_id", "", "",
           {"link_id", "atom_kind", "atom_id!:id", "atom_version:version", "release", "link_type!", "code", "code_doc!", "provision!*", "coverage",
            "basis", "rationale", "reviewed_on:date", "status"}),
      make("versions", "versions", "", "", "",
           {"code", "code_doc!", "live_version!:version", "live_effective_from:date", "draft_version:version", "draft_baseline_version!:version",
            "design_release"}),
      make("roles", "roles", "", "", "", {"role!", "name!", "aliases*"}),
  };
}

}  // namespace

const std::vector<Mapping>& mappings() {
  static const std::vector<Mapping> made = all();
  return made;
}

const Mapping& mapping(std::string_view name) {
  const auto found = std::find_if(mappings().begin(), mappings().end(), [&](const Mapping& m) { return m.name == name; });
  if (found == mappings().end()) throw std::invalid_argument("no such mapping in the tests");
  return *found;
}

Id<Unit> add_csv(Review& review, std::string path, std::string_view text, const Mapping* mapping, InputRole role) {
  Document document;
  document.path = path;
  document.kind = FileKind::csv;
  read_csv(text, document, {});
  Input input;
  input.path = path;
  input.role = role;
  input.mapping = mapping;
  input.candidates = &mappings();
  if (role == InputRole::register_file && mapping != nullptr) input.register_kind = mapping->gives;
  Unit unit;
  unit.path = path;
  compile_tables(document, input, unit);
  unit.document = review.documents.add(std::move(document));
  review.inputs.push_back(input);
  return review.units.add(std::move(unit));
}

}  // namespace help
