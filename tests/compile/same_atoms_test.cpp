// The example project's design in every form gives the same atoms: same ids, same fields, same values.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "compile/atoms/atoms.h"
#include "config/config.h"
#include "help/source.h"
#include "read/readers.h"

using namespace dovetail;

namespace {

using Fields = std::map<std::string, std::string>;
using Atoms = std::map<std::string, Fields>;  // by kind and id

const std::vector<Mapping>& shipped() {
  static const std::vector<Mapping> mappings = load_catalogue(help::source_folder() + "/rules").value().mappings;
  return mappings;
}

/// Every filled field of every atom of a design file, with what the item itself knows.
Atoms atoms_of(const std::string& name, const std::set<std::string>& leave_out = {}) {
  const std::string file = help::source_folder() + "/fixtures/xp/design/" + name;
  const Document document = read_file("design/" + name, file, FileKind::unknown, {}, nullptr);
  DesignEntry entry;
  entry.path = document.path;
  entry.line = 1;
  Input input;
  input.path = document.path;
  input.role = InputRole::design;
  input.design = &entry;
  input.candidates = &shipped();
  Unit unit;
  unit.path = document.path;
  compile_design(document, input, unit);
  Atoms atoms;
  for (const Item& item : unit.items) {
    Fields& fields = atoms[item.kind + " " + item.id];
    fields["(text)"] = item.text;
    fields["(parent)"] = item.parent;
    for (const auto& [field, value] : item.record.fields)
      if (!value.empty() && !leave_out.contains(field)) fields[field] = value;
  }
  return atoms;
}

}  // namespace

TEST_CASE("The process gives the same steps as CSV, XLSX, BPMN and VSDX", "[atoms]") {
  const Atoms steps = atoms_of("BP901_steps.csv");
  REQUIRE(steps.size() == 6);
  const auto* form = GENERATE("BP901.xlsx", "BP901_v1.2.bpmn", "BP901.vsdx");
  INFO(form);
  // A drawing has no place for the version of its process.
  const std::set<std::string> unsaid = std::string_view(form) == "BP901.vsdx" ? std::set<std::string>{"bp_version"} : std::set<std::string>{};
  CHECK(atoms_of(form, unsaid) == atoms_of("BP901_steps.csv", unsaid));
}

TEST_CASE("The requirements are the same as CSV, XLSX, ReqIF and a Word table", "[atoms]") {
  const Atoms requirements = atoms_of("BRS901.csv");
  REQUIRE(requirements.size() == 10);
  const auto* form = GENERATE("BRS901.xlsx", "BRS901.reqif", "BRS901.docx");
  INFO(form);
  CHECK(atoms_of(form) == requirements);
}

TEST_CASE("The data specification gives the same atoms as OpenAPI and JSON Schema, and as CSV and HTML", "[atoms]") {
  const Atoms schemas = atoms_of("E2E903.yaml");
  CHECK(schemas.size() == 26);
  CHECK(atoms_of("E2E903.schema.json") == schemas);
  Atoms tables;
  for (const char* part :
       {"EMDS901_messages.csv", "EMDS901_variants.csv", "EMDS901_collections.csv", "EMDS901_enumerations.csv", "E2E903_data_catalogue.csv"})
    tables.merge(atoms_of(part));
  CHECK(atoms_of("EMDS901.html") == tables);
  // What schema and catalogue both have a word for they say alike.
  for (const auto& [atom, fields] : tables) {
    if (!atom.starts_with("data_item ")) continue;
    INFO(atom);
    REQUIRE(schemas.contains(atom));
    CHECK(schemas.at(atom).at("dip_field") == fields.at("dip_field"));
  }
}
