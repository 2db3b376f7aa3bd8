// ArchiMate elements as a process and as elements.
#include "compile/atoms/archimate.h"

#include <algorithm>
#include <array>
#include <map>

#include "compile/atoms/about.h"
#include "compile/atoms/elements.h"
#include "compile/atoms/node_values.h"
#include "compile/atoms/process.h"
#include "compile/atoms/step_names.h"
#include "compile/atoms/steps.h"
#include "compile/header.h"
#include "text/ids.h"

namespace dovetail {
namespace {

bool is_role(std::string_view type) { return type == "BusinessRole" || type == "BusinessActor" || type == "BusinessCollaboration"; }

/// "FlowRelationship" (Archi) and "Flow" (the exchange format) are one.
std::string_view relation_of(std::string_view type) {
  constexpr std::string_view tail = "Relationship";
  return type.size() > tail.size() && type.ends_with(tail) ? type.substr(0, type.size() - tail.size()) : type;
}

class Model {
 public:
  Model(const Document& document, const Mapping* steps) : document_(document) {
    for (const Node& node : document.nodes)
      if (node.kind == "element" && !node.id.empty()) nodes_.emplace(node.id, &node);
    if (steps != nullptr)
      for (const std::string& type : steps->elements) step_types_.push_back(header_key(type));
  }

  Process process() {
    Process process;
    for (const Node& node : document_.nodes)
      if (node.kind == "element") add_step(node, process);
    for (const Node& node : document_.nodes)
      if (node.kind == "relationship") relate(node, process);
    return process;
  }

  [[nodiscard]] std::vector<ModelElement> elements() const {
    std::vector<ModelElement> elements;
    for (const Node& node : document_.nodes) {
      if (node.kind != "element") continue;
      ModelElement element{std::string(attribute_of(node, "type")), node.id, node.name, properties_of(node), {}, false, node.span};
      element.values.emplace_back("Name", node.name);
      if (const auto text = attribute_of(node, "documentation"); !text.empty()) element.values.emplace_back("Documentation", text);
      elements.push_back(std::move(element));
    }
    return elements;
  }

  [[nodiscard]] std::vector<ModelLink> links() const {
    std::vector<ModelLink> links;
    for (const Node& node : document_.nodes)
      if (node.kind == "relationship")
        links.push_back(
            {std::string(attribute_of(node, "source")), std::string(attribute_of(node, "target")), std::string(attribute_of(node, "type"))});
    return links;
  }

 private:
  [[nodiscard]] bool is_step_type(const Node& node) const {
    if (id_of_name(node.name).family == "bp_step") return true;
    const std::string key = header_key(attribute_of(node, "type"));
    return std::find(step_types_.begin(), step_types_.end(), key) != step_types_.end();
  }

  void add_step(const Node& node, Process& process) {
    const auto type = attribute_of(node, "type");
    ProcessElement element;
    if (is_step_type(node))
      element.kind = ElementKind::step;
    else if (type.find("Junction") != std::string_view::npos)
      element.kind = ElementKind::gateway;
    else if (type.ends_with("Event"))
      element.kind = ElementKind::event;
    else if (is_role(type)) {
      element.kind = ElementKind::party;
      element.role = node.name;
    } else {
      return;
    }
    element.native = node.id;
    element.name = node.name;
    element.properties = properties_of(node);
    element.span = node.span;
    index_.emplace(node.id, process.add(std::move(element)));
  }

  void relate(const Node& node, Process& process) const {
    const auto from = index_.find(attribute_of(node, "source")), to = index_.find(attribute_of(node, "target"));
    if (from == index_.end() || to == index_.end()) return;
    const std::string_view relation = relation_of(attribute_of(node, "type"));
    ProcessElement &source = process.elements[from->second], &target = process.elements[to->second];
    if (relation == "Assignment" || relation == "Composition" || relation == "Aggregation") {
      if (source.kind == ElementKind::party && target.kind != ElementKind::party && target.role.empty()) target.role = source.name;
      return;
    }
    if (relation != "Flow" && relation != "Triggering") return;
    ProcessFlow flow{from->second, to->second, node.name, false, true, node.span};
    const auto ids = ids_in_cell(node.name);
    flow.message = source.kind == ElementKind::party || target.kind == ElementKind::party ||
                   (!ids.empty() && (ids.front().family == "interface" || ids.front().family == "flow"));
    process.flows.push_back(flow);
    if (!flow.message || source.kind == ElementKind::party || target.kind == ElementKind::party) return;
    flow.message = false;  // what is sent also says what comes next
    flow.name.clear();
    process.flows.push_back(std::move(flow));
  }

  const Document& document_;
  std::map<std::string, const Node*, std::less<>> nodes_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::vector<std::string> step_types_;
};

}  // namespace

void compile_archimate(const Document& document, const Input& input, Unit& unit) {
  std::vector<std::pair<std::string, std::string>> about(document.properties.begin(), document.properties.end());
  const ItemDefaults defaults = settle_identity(document, input, cover_of(about), unit);
  const Mapping* steps = mapping_giving(input, "bp_step");
  Model model(document, steps);
  if (input.mapping == nullptr || input.mapping->gives == "bp_step") add_steps(model.process(), steps, defaults, unit);
  add_elements(document, input, defaults, model.elements(), model.links(), unit);
}

}  // namespace dovetail
