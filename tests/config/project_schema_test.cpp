// rules/project.schema.json, for editors, is what rules/schema.yaml says. UPDATE_GOLDEN=1 writes it anew.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "config/help.h"
#include "config/schema.h"

using namespace dovetail;
using dovetail::test::rules_folder;
using Json = nlohmann::ordered_json;

namespace {

class JsonSchema {
 public:
  explicit JsonSchema(const Schema& schema) : schema_(schema) {}

  Json whole() {
    Json result{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "dovetail.yaml"}};
    result.update(shape(schema_.shapes.at("project")));
    // A shape may need others that nobody has asked for yet.
    for (std::size_t done = 0; done < wanted_.size(); ++done) {
      const std::string name = wanted_[done];
      definitions_[name] = shape(schema_.shapes.at(name));
    }
    result["definitions"] = definitions_;
    return result;
  }

 private:
  const Schema& schema_;
  Json definitions_ = Json::object();
  std::vector<std::string> wanted_;

  Json type(const std::string& name) {
    if (schema_.shapes.count(name) != 0) {
      if (std::find(wanted_.begin(), wanted_.end(), name) == wanted_.end()) wanted_.push_back(name);
      return {{"$ref", "#/definitions/" + name}};
    }
    if (const auto words = schema_.words.find(name); words != schema_.words.end()) {
      Json list = Json::array();
      for (const auto& [word, says] : words->second) list.push_back(word);
      return {{"enum", list}};
    }
    if (name == "flag") return {{"type", "boolean"}};
    if (name == "number") return {{"type", "number"}};
    if (name == "percent") return {{"type", "string"}, {"pattern", "^[0-9]+(\\.[0-9]+)?%$"}};
    if (name == "date") return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
    return {{"type", {"string", "number"}}};  // 0.3 is as good as "0.3": scalars are read as they are written
  }

  Json key(const SchemaKey& key) {
    Json result{{"description", key.says}};
    if (key.holds == Holds::map) {
      result["type"] = "object";
      result["additionalProperties"] = type(key.type);
      if (schema_.words.count(key.keys) != 0) result["propertyNames"] = type(key.keys);
    } else if (key.holds == Holds::list && key.alone) {
      result["anyOf"] = {type(key.type), {{"type", "array"}, {"items", type(key.type)}}};
    } else if (key.holds == Holds::list) {
      result["type"] = "array";
      result["items"] = type(key.type);
    } else if (Json one = type(key.type); one.contains("$ref")) {
      result["allOf"] = Json::array({one});
    } else {
      result.update(one);
    }
    return result;
  }

  Json shape(const SchemaShape& shape) {
    Json object{{"description", shape.says}, {"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
    Json required = Json::array();
    for (const SchemaKey& each : shape.keys) {
      object["properties"][each.name] = key(each);
      if (each.required) required.push_back(each.name);
    }
    if (!required.empty()) object["required"] = required;
    if (shape.shorthand.empty()) return object;
    return {{"anyOf", {key(*shape.key(shape.shorthand)), object}}};
  }
};

}  // namespace

TEST_CASE("the JSON Schema of the project file is what schema.yaml says", "[config]") {
  const auto schema = load_schema(rules_folder);
  REQUIRE(schema);
  const std::string made = JsonSchema(*schema).whole().dump(1) + "\n";
  const std::string file = rules_folder + "/project.schema.json";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << made;
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream kept;
  kept << stream.rdbuf();
  INFO("run the tests with UPDATE_GOLDEN=1 and read the difference");
  CHECK(kept.str() == made);
}
