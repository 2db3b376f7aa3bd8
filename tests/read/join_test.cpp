// Designs that are one thing in several files: schemas that refer to one another, and Archi's three tables.
#include <catch2/catch.hpp>

#include "help/linted.h"
#include "read/archi_tables.h"
#include "read/openapi/join.h"
#include "read/readers.h"

using namespace dovetail;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

Table<Document> joined(const Files& files) {
  Table<Document> documents;
  for (const auto& [name, text] : files) documents.add(read_bytes(name, text, FileKind::unknown, {}));
  join_schemas(documents, {});
  join_archi_tables(documents, {});
  return documents;
}

std::string names_below(const Document& document, std::string_view schema) {
  std::string names;
  for (const Node& node : document.nodes) {
    const Node* at = &node;
    while (at->parent) at = &document.nodes[at->parent];
    if (at->name == schema && &node != at && !node.name.empty()) names += (names.empty() ? "" : " ") + node.name;
  }
  return names;
}

const std::string blocks =
    "B901: {type: object, required: [meterID], properties: {meterID: {$ref: 'types/items.yaml#/meterID'}, meterType: {type: string}}}\n";
const std::string items = "meterID: {type: string, maxLength: 10, x-data-item: DI90001}\n";

std::string events(const std::string& reference) {
  return "openapi: 3.0.3\ninfo: {title: XP, version: 1.1.0}\ncomponents:\n  schemas:\n    IF-903: {type: object, properties: {B901: {$ref: '" +
         reference + "'}}}\n";
}

}  // namespace

TEST_CASE("A reference to another schema file of the set is followed, and on from there", "[read]") {
  const auto documents =
      joined({{"design/events.yaml", events("blocks.yaml#/B901")}, {"design/blocks.yaml", blocks}, {"design/types/items.yaml", items}});
  const Document& first = documents[Id<Document>(0)];
  CHECK(names_below(first, "IF-903") == "B901 meterID meterType");
  bool found = false;
  for (const Node& node : first.nodes)
    for (const auto& [name, value] : node.attributes) found = found || (node.name == "meterID" && name == "x-data-item" && value == "DI90001");
  CHECK(found);
}

TEST_CASE("What leads out of the set, the folder or to the network stays a reference", "[read]") {
  const auto* reference = GENERATE("../../blocks.yaml#/B901", "https://example.org/blocks.yaml#/B901", "/design/blocks.yaml#/B901",
                                   "other.yaml#/B901", "blocks.yaml#/B999");
  INFO(reference);
  const auto documents = joined({{"design/events.yaml", events(reference)}, {"design/blocks.yaml", blocks}});
  CHECK(names_below(documents[Id<Document>(0)], "IF-903") == "B901");
}

TEST_CASE("Schema files that refer to each other in a circle end", "[read]") {
  const std::string left = "A: {type: object, properties: {one: {$ref: 'right.yaml#/B'}, two: {$ref: 'right.yaml#/B'}}}\n";
  const std::string right = "B: {type: object, properties: {three: {$ref: 'left.yaml#/A'}, four: {$ref: 'left.yaml#/A'}}}\n";
  const auto documents = joined({{"left.yaml", left}, {"right.yaml", right}});
  CHECK(documents[Id<Document>(0)].nodes.size() < 1000);
  const auto self = joined({{"a.yaml", "A: {$ref: 'b.yaml#/A'}\n"}, {"b.yaml", "A: {$ref: 'a.yaml#/A'}\n"}});
  CHECK(self[Id<Document>(0)].nodes.size() == 1);
}

TEST_CASE("Archi's three tables are one model", "[read]") {
  const Files files{
      {"design/model-elements.csv",
       "\"ID\",\"Type\",\"Name\",\"Documentation\"\n\"e1\",\"BusinessProcess\",\"BP901.010 Request exchange\",\"\"\n"
       "\"e2\",\"BusinessProcess\",\"Accept or "
       "reject\",\"\"\n\"e3\",\"BusinessRole\",\"Supplier\",\"\"\n\"=\"\"0123\"\"\",\"ApplicationInterface\",\"IF-901 Request\",\"\"\n"},
      {"design/model-relations.csv",
       "\"ID\",\"Type\",\"Name\",\"Documentation\",\"Source\",\"Target\"\n\"r1\",\"TriggeringRelationship\",\"\",\"\",\"e1\",\"e2\"\n"
       "\"r2\",\"AssignmentRelationship\",\"\",\"\",\"e3\",\"e1\"\n\"r3\",\"ServingRelationship\",\"\",\"\",\"=\"\"0123\"\"\",\"e1\"\n"},
      {"design/model-properties.csv", "\"ID\",\"Key\",\"Value\"\n\"e2\",\"Step Ref\",\"BP901.020\"\n"},
      {"dovetail.yaml",
       "project: P\ndesign:\n  - {path: design/model-elements.csv}\n  - {path: design/model-relations.csv}\n  - {path: "
       "design/model-properties.csv}\n"}};
  const Review review = help::linted(files);
  std::string atoms;
  for (const Unit& unit : review.units)
    for (const Item& item : unit.items)
      atoms += item.id + " " + std::string(item.record.field("lane_role")) + " " + std::string(item.record.field("triggered_by_steps")) + " " +
               std::string(item.record.field("next_step")) + "; ";
  CHECK(atoms == "BP901.010 Supplier  BP901.020; BP901.020   ; IF-901  BP901.010 ; ");
  for (const Finding& finding : review.findings) CHECK(finding.rule != "register.malformed");
}
