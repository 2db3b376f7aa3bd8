// OpenAPI 3, Swagger 2 and JSON Schema: their schemas as nodes.
#include "read/openapi/openapi.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "base/holds.h"
#include "read/nodes.h"
#include "read/openapi/tree.h"

namespace dovetail {
namespace openapi {
namespace {

constexpr std::size_t most_references = 64;   // one that leads on to another
constexpr std::size_t most_levels = 24;       // of properties in properties
constexpr std::uint64_t most_nodes = 200000;  // written out: a block that many schemas name stands in each of them

/// A name as a step of a JSON pointer (RFC 6901 section 3).
std::string step(std::string_view name) {
  std::string out = "/";
  for (const char c : name) out += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
  return out;
}

/// A schema with its references followed and its parts merged.
struct Schema {
  Tree type;  // a string, or an array of them
  std::vector<std::string> required;
  Tree values = Tree::array();  // of enum and const
  std::vector<std::pair<std::string, const Tree*>> properties;
  std::vector<std::pair<std::string, std::string>> keys;  // the plain ones, as text
  const Tree* items = nullptr;
  std::set<std::pair<const Tree*, bool>> parts;  // what was merged, and whether as an alternative: a part that is named again adds nothing
};

std::string text_of(const Tree& value) {
  return value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, Tree::error_handler_t::replace);
}

class Reading {
 public:
  Reading(const Tree& root, NodeWriter& writer) : root_(root), writer_(writer) {}

  void read() {
    if (const auto* paths = at(root_, "paths")) add_operations(*paths);
    bool any = false;
    if (const auto* components = at(root_, "components"))
      if (const auto* schemas = at(*components, "schemas")) any = add_schemas(*schemas, "/components/schemas");
    for (const auto* name : {"definitions", "$defs"})
      if (const auto* schemas = at(root_, name)) any = add_schemas(*schemas, step(name)) || any;
    if (is_schema(root_))
      add_schema(title(), root_, "");
    else if (!any && holds_schemas(root_))
      add_schemas(root_, "");
    else if (!any && !at(root_, "openapi") && !at(root_, "swagger"))
      writer_.problem("input.unreadable", "this is neither an OpenAPI description nor a JSON Schema");
  }

 private:
  static const Tree* at(const Tree& tree, const char* name) {
    if (!tree.is_object()) return nullptr;
    const auto found = tree.find(name);
    return found == tree.end() ? nullptr : &*found;
  }

  static bool is_schema(const Tree& tree) {
    if (at(tree, "openapi") || at(tree, "swagger")) return false;
    for (const auto* name : {"properties", "allOf", "oneOf", "anyOf", "enum", "items"})
      if (at(tree, name)) return true;
    return at(tree, "type") != nullptr && at(tree, "$schema") != nullptr;
  }

  /// A part of a description in a file of its own: nothing but schemas, each under its name.
  static bool holds_schemas(const Tree& tree) {
    if (!tree.is_object() || tree.empty()) return false;
    constexpr std::array<std::string_view, 7> types{"object", "array", "string", "number", "integer", "boolean", "null"};
    return std::all_of(tree.begin(), tree.end(), [&](const Tree& one) {
      const auto* type = at(one, "type");
      const bool typed = type && type->is_string() && std::find(types.begin(), types.end(), type->get_ref<const std::string&>()) != types.end();
      return typed || (at(one, "$ref") && one.size() == 1) || (one.is_object() && at(one, "allOf"));
    });
  }

  [[nodiscard]] std::string title() const {
    for (const auto* name : {"title", "$id", "id"})
      if (const auto* value = at(root_, name); value && value->is_string()) return value->get<std::string>();
    return "schema";
  }

  /// What a reference within the file leads to; the schema itself where there is none, it leads outside, or in a circle.
  const Tree& resolved(const Tree& schema, std::string& outside) const {
    if (!at(schema, "$ref")) return schema;
    auto [known, fresh] = resolved_.try_emplace(&schema);
    if (fresh) known->second.first = &followed(schema, known->second.second);
    outside = known->second.second;
    return *known->second.first;
  }

  const Tree& followed(const Tree& schema, std::string& outside) const {
    const Tree* now = &schema;
    for (std::size_t n = 0; n < most_references; ++n) {
      const auto* reference = at(*now, "$ref");
      if (!reference || !reference->is_string()) return *now;
      const auto& target = reference->get_ref<const std::string&>();
      if (target.substr(0, 1) != "#") {
        outside = target;
        return *now;
      }
      const auto* next = pointed(target.substr(1));
      if (!next) {
        outside = target;
        return *now;
      }
      now = next;
    }
    return *now;
  }

  /// What a JSON pointer names; null where nothing is there. Percent-encoded, since it stands in a URI.
  const Tree* pointed(std::string_view pointer) const {
    const Tree* now = &root_;
    while (!pointer.empty() && now) {
      if (pointer.front() != '/') return nullptr;
      pointer.remove_prefix(1);
      const auto end = pointer.find('/');
      now = at(*now, unescaped(pointer.substr(0, end)).c_str());
      pointer = end == std::string_view::npos ? std::string_view() : pointer.substr(end);
    }
    return now;
  }

  static std::string unescaped(std::string_view part) {
    std::string out;
    for (std::size_t n = 0; n < part.size(); ++n) {
      if (part[n] == '~' && n + 1 < part.size() && (part[n + 1] == '0' || part[n + 1] == '1')) {
        out += part[++n] == '0' ? '~' : '/';
      } else if (part[n] == '%' && n + 2 < part.size() && std::isxdigit(static_cast<unsigned char>(part[n + 1])) != 0 &&
                 std::isxdigit(static_cast<unsigned char>(part[n + 2])) != 0) {
        out += static_cast<char>(std::stoi(std::string(part.substr(n + 1, 2)), nullptr, 16));
        n += 2;
      } else {
        out += part[n];
      }
    }
    return out;
  }

  void collect(const Tree& written, Schema& schema, std::size_t depth, bool alternative) const {
    std::string outside;
    const auto& tree = resolved(written, outside);
    if (!outside.empty()) schema.keys.emplace_back("$ref", outside);
    if (depth > most_levels || !tree.is_object() || !schema.parts.emplace(&tree, alternative).second) return;
    for (const auto* name : {"allOf", "oneOf", "anyOf"})
      if (const auto* parts = at(tree, name); parts && parts->is_array())
        for (const auto& part : *parts) collect(part, schema, depth + 1, alternative || name != std::string_view("allOf"));
    for (const auto& [key, value] : tree.items()) take(key, value, schema, alternative);
  }

  static void take(const std::string& key, const Tree& value, Schema& schema, bool alternative) {
    if (key == "properties" && value.is_object()) {
      for (const auto& [name, property] : value.items())
        if (std::none_of(schema.properties.begin(), schema.properties.end(), [&, n = name](const auto& p) { return p.first == n; }))
          schema.properties.emplace_back(name, &property);
    } else if (key == "items" && value.is_object()) {
      schema.items = &value;
    } else if (alternative) {
      return;  // what one alternative asks for is not asked for by all
    } else if (key == "type") {
      schema.type = value;
    } else if (key == "required" && value.is_array()) {
      for (const auto& name : value)
        if (name.is_string() && !holds(schema.required, name.get_ref<const std::string&>())) schema.required.push_back(name);
    } else if (key == "enum" && value.is_array()) {
      for (const auto& one : value) schema.values.push_back(one);
    } else if (key == "const") {
      schema.values.push_back(value);
    } else if (!value.is_object() && !value.is_null() && key != "$ref") {
      schema.keys.emplace_back(key, text_of(value));
    }
  }

  Node node_of(const char* kind, const std::string& name, const std::string& pointer, const Schema& schema) const {
    Node node;
    node.kind = kind;
    node.name = name;
    node.id = pointer;
    node.origin = "#" + pointer;
    if (!schema.type.is_null()) node.attributes.emplace_back("type", text_of(schema.type));
    if (!schema.required.empty()) node.attributes.emplace_back("required", text_of(Tree(schema.required)));
    if (!schema.values.empty()) node.attributes.emplace_back("enum", text_of(schema.values));
    node.attributes.insert(node.attributes.end(), schema.keys.begin(), schema.keys.end());
    return node;
  }

  static std::string words_of(const std::string& name, const Schema& schema) {
    for (const auto& [key, value] : schema.keys)
      if (key == "description") return name + ": " + value;
    return name;
  }

  bool add_schemas(const Tree& schemas, const std::string& pointer) {
    if (!schemas.is_object()) return false;
    for (const auto& [name, schema] : schemas.items())
      if (!writer_.full()) add_schema(name, schema, pointer + step(name));
    return !schemas.empty();
  }

  void add_schema(const std::string& name, const Tree& written, const std::string& pointer) {
    Schema schema;
    collect(written, schema, 0, false);
    const auto id = writer_.add(node_of("schema", name, pointer, schema), words_of(name, schema));
    open_.clear();
    add_properties(schema, pointer, id, 0);
  }

  // Properties of properties too, as far as they do not go round in a circle.
  void add_properties(const Schema& schema, const std::string& pointer, Id<Node> parent, std::size_t depth) {
    if (depth > most_levels || !parent) return;
    for (const auto& [name, written] : schema.properties) {
      if (writer_.full()) return;
      std::string outside;
      const auto* target = &resolved(*written, outside);
      Schema property;
      collect(*written, property, depth, false);
      const auto here = pointer + "/properties" + step(name);
      auto node = node_of("property", name, here, property);
      node.parent = parent;
      const bool mandatory = std::find(schema.required.begin(), schema.required.end(), name) != schema.required.end();
      if (mandatory) node.attributes.emplace_back("mandatory", "1");
      const auto id = writer_.add(std::move(node), words_of(name, property));
      if (!open_.insert(target).second) continue;
      add_properties(property, here, id, depth + 1);
      open_.erase(target);
    }
    if (schema.items && depth < most_levels) add_items(*schema.items, pointer, parent, depth + 1);
  }

  // What a list holds stands below the list, in a node of its own.
  void add_items(const Tree& written, const std::string& pointer, Id<Node> parent, std::size_t depth) {
    Schema items;
    collect(written, items, depth, false);
    auto node = node_of("items", "", pointer + "/items", items);
    node.parent = parent;
    if (const auto id = writer_.add(std::move(node), words_of("", items))) add_properties(items, pointer + "/items", id, depth);
  }

  void add_operations(const Tree& paths) {
    constexpr std::array<const char*, 8> methods{"get", "put", "post", "delete", "options", "head", "patch", "trace"};
    if (!paths.is_object()) return;
    for (const auto& [path, item] : paths.items())
      for (const auto* method : methods) {
        const auto* operation = at(item, method);
        if (!operation || writer_.full()) continue;
        Schema schema;
        for (const auto& [key, value] : operation->items())
          if (!value.is_structured() && !value.is_null()) schema.keys.emplace_back(key, text_of(value));
        std::string name = std::string(method) + " " + path;
        std::transform(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(std::string_view(method).size()), name.begin(),
                       [](char c) { return static_cast<char>(c - 'a' + 'A'); });
        writer_.add(node_of("operation", name, "/paths" + step(path) + step(method), schema), words_of(name, schema));
      }
  }

  const Tree& root_;
  NodeWriter& writer_;
  mutable std::unordered_map<const Tree*, std::pair<const Tree*, std::string>> resolved_;  // what `followed` gave
  std::set<const Tree*> open_;                                                             // the schemas that the property at hand stands in
};

// What the description says of itself: under info, or in a JSON Schema at its top.
std::string info(const Tree& root, const char* name) {
  if (!root.is_object()) return {};
  const auto& about = root.contains("info") && root["info"].is_object() ? root["info"] : root;
  const auto found = about.find(name);
  return found == about.end() || found->is_structured() ? std::string() : text_of(*found);
}

}  // namespace
}  // namespace openapi

void read_openapi(std::string_view bytes, Document& document, const Limits& limits) {
  Limits written_out = limits;
  written_out.cells = std::min(limits.cells, openapi::most_nodes);
  NodeWriter writer(document, written_out);
  const auto read = openapi::read_tree(bytes, limits);
  if (!read.tree) return writer.problem(read.rule, read.message);
  for (const auto* name : {"title", "version", "x-release"})
    if (auto value = openapi::info(*read.tree, name); !value.empty()) document.properties[name] = std::move(value);
  openapi::Reading(*read.tree, writer).read();
}

}  // namespace dovetail
