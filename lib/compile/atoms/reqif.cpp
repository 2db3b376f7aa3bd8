// ReqIF objects as elements.
#include "compile/atoms/reqif.h"

#include <map>

#include "compile/atoms/about.h"
#include "compile/atoms/elements.h"
#include "compile/atoms/node_values.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::string_view value_mark = "value.";

ModelElement element_of(const Node& node) {
  ModelElement element;
  element.type = attribute_of(node, "type");
  element.native = node.id;
  element.name = node.name;
  element.span = node.span;
  for (const auto& [name, value] : node.attributes) {
    if (!name.starts_with(value_mark)) continue;
    element.values.emplace_back(name.substr(value_mark.size()), value);
    const std::string key = fold(name);
    if (key.ends_with("foreigndeleted") && fold(trim(value)) == "true") element.struck = true;
  }
  return element;
}

/// The object above each object, by the hierarchies of the specifications; the first place counts.
std::map<std::string, std::string> parents_in(const Document& document) {
  std::map<std::string, std::string> above;
  for (const Node& node : document.nodes) {
    if (node.kind != "hierarchy" || !node.parent) continue;
    const Node& outer = document.nodes[node.parent];
    const auto object = attribute_of(node, "object"), parent = attribute_of(outer, "object");
    if (outer.kind == "hierarchy" && !object.empty() && !parent.empty() && object != parent) above.try_emplace(std::string(object), parent);
  }
  return above;
}

}  // namespace

void compile_reqif(const Document& document, const Input& input, Unit& unit) {
  std::vector<std::pair<std::string, std::string>> about(document.properties.begin(), document.properties.end());
  const ItemDefaults defaults = settle_identity(document, input, cover_of(about), unit);
  const auto above = parents_in(document);
  std::vector<ModelElement> elements;
  std::vector<ModelLink> links;
  for (const Node& node : document.nodes) {
    if (node.kind == "spec-object") {
      elements.push_back(element_of(node));
      if (const auto found = above.find(node.id); found != above.end()) elements.back().above = found->second;
    } else if (node.kind == "relation") {
      const std::string type(attribute_of(node, "type"));
      links.push_back({std::string(attribute_of(node, "source")), std::string(attribute_of(node, "target")), type.empty() ? node.name : type});
    }
  }
  add_elements(document, input, defaults, elements, links, unit);
}

}  // namespace dovetail
