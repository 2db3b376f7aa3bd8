// The schemas of an OpenAPI description or JSON Schema, after its references were followed.
#include "report/raw/raw.h"

namespace dovetail::raw {
namespace {

// Lists are kept as JSON, so that numbers stay numbers.
Json list_of(const Node& node, std::string_view name) {
  const auto text = attribute(node, name);
  auto list = text.empty() ? Json::array() : Json::parse(text, nullptr, false);
  return list.is_array() ? list : Json::array();
}

Json type_of(const Node& node) {
  const auto type = attribute(node, "type");
  if (type.empty()) return nullptr;
  if (type.front() != '[') return std::string(type);
  return list_of(node, "type");
}

}  // namespace

void add_schemas(const Document& document, Json& json) {
  std::vector<Json> properties(document.nodes.size(), Json::array());
  for (const auto& node : document.nodes)
    if (node.kind == "property" && document.nodes[node.parent].kind == "schema") properties[node.parent.value].push_back(node.name);
  json["schemas"] = Json::object();
  for (std::size_t n = 0; n < document.nodes.size(); ++n) {
    const auto& node = document.nodes[Table<Node>::id_at(n)];
    if (node.kind != "schema") continue;
    json["schemas"][node.name] = {
        {"type", type_of(node)}, {"required", list_of(node, "required")}, {"properties", properties[n]}, {"enum", list_of(node, "enum")}};
  }
}

}  // namespace dovetail::raw
