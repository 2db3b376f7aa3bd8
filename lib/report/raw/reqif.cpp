// A ReqIF file as read: its objects with their values, and how much else there is.
#include "report/raw/raw.h"

namespace dovetail::raw {

void add_reqif(const Document& document, Json& json) {
  json["spec_objects"] = count(document, "spec-object");
  json["relations"] = count(document, "relation");
  json["specifications"] = count(document, "specification");
  json["hierarchy_nodes"] = count(document, "hierarchy");
  json["objects"] = Json::array();
  constexpr std::string_view value = "value.";
  for (const auto& node : document.nodes) {
    if (node.kind != "spec-object") continue;
    Json object = {{"id", node.id}, {"type", std::string(attribute(node, "type"))}, {"values", Json::object()}};
    for (const auto& [name, text] : node.attributes)
      if (std::string_view(name).substr(0, value.size()) == value) object["values"][name.substr(value.size())] = text;
    json["objects"].push_back(std::move(object));
  }
}

}  // namespace dovetail::raw
