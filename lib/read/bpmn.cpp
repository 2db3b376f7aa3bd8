// BPMN 2.0 process diagrams, as different vendors write them.
#include "read/bpmn.h"

#include <algorithm>
#include <array>
#include <map>

#include "read/nodes.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// Elements that say something of the element around them and are no nodes of their own.
constexpr std::array<std::string_view, 20> parts{"definitions",
                                                 "laneSet",
                                                 "childLaneSet",
                                                 "flowNodeRef",
                                                 "documentation",
                                                 "extensionElements",
                                                 "incoming",
                                                 "outgoing",
                                                 "text",
                                                 "conditionExpression",
                                                 "ioSpecification",
                                                 "extension",
                                                 "import",
                                                 "sourceRef",
                                                 "targetRef",
                                                 "inputSet",
                                                 "outputSet",
                                                 "messageEventDefinition",
                                                 "supportedInterfaceRef",
                                                 "inMessageRef"};

bool is_part(std::string_view local) {
  constexpr std::string_view definition = "EventDefinition";
  return std::find(parts.begin(), parts.end(), local) != parts.end() || (local.size() > definition.size() && local.ends_with(definition));
}

void set(Node& node, const std::string& name, std::string value) {
  for (auto& [key, old] : node.attributes)
    if (key == name) {
      if (!value.empty()) old += (old.empty() ? "" : " ") + value;
      return;
    }
  if (!value.empty()) node.attributes.emplace_back(name, std::move(value));
}

/// One file on its way into nodes.
class BpmnReading {
 public:
  BpmnReading(const XmlPart& part, NodeWriter& writer) : part_(part), writer_(writer) {}

  void read() {
    const auto root = part_.root();
    describe_document(part_.child(root, Space::bpmn, "extensionElements"));
    for (auto element = root; element && !writer_.full(); element = next_element(element, root)) {
      const Name name = part_.name(element);
      if (name.space != Space::bpmn || is_part(name.local)) continue;
      auto node = node_of(element, name);
      if (stands_in_extension(element)) node.kind.insert(0, "extension.");
      if (const auto id = writer_.add(std::move(node), words_of(element))) nodes_.emplace(element.hash_value(), id);
    }
  }

 private:
  // Extension elements are the vendors' own: what stands in them is no part of the process, and is only counted.
  [[nodiscard]] bool stands_in_extension(pugi::xml_node element) const {
    for (auto above = element.parent(); above; above = above.parent()) {
      if (part_.is(above, Space::bpmn, "extensionElements")) return true;
      if (const auto found = nodes_.find(above.hash_value()); found != nodes_.end())
        return writer_.document().nodes[found->second].kind.starts_with("extension.");
    }
    return false;
  }

  Id<Node> parent_of(pugi::xml_node element) const {
    for (auto above = element.parent(); above; above = above.parent())
      if (const auto found = nodes_.find(above.hash_value()); found != nodes_.end()) return found->second;
    return {};
  }

  std::string words_of(pugi::xml_node element) const {
    const std::string name = squeeze(element.attribute("name").value());
    const auto text = part_.child(element, Space::bpmn, "text");  // of a text annotation
    return text ? squeezed_text(text) : name;
  }

  Node node_of(pugi::xml_node element, const Name& name) const {
    Node node;
    node.kind = name.local;
    node.id = element.attribute("id").value();
    node.name = words_of(element);
    node.parent = parent_of(element);
    node.origin = node.kind + (node.id.empty() ? "" : " " + node.id);
    for (const auto attribute : element.attributes()) {
      const std::string_view written = attribute.name();
      if (written == "name" && !node.name.empty() && node.name != attribute.value())
        node.attributes.emplace_back("name as written", attribute.value());
      if (written != "id" && written != "name" && written.substr(0, 5) != "xmlns") node.attributes.emplace_back(written, squeeze(attribute.value()));
    }
    for (const auto child : element.children()) describe(child, node);
    return node;
  }

  void describe(pugi::xml_node child, Node& node) const {
    const Name name = part_.name(child);
    if (child.type() != pugi::node_element || name.space != Space::bpmn) return;
    if (name.local == "flowNodeRef") {
      set(node, "flowNodeRef", squeezed_text(child));
    } else if (name.local == "documentation") {
      set(node, "documentation", squeezed_text(child));
    } else if (name.local == "conditionExpression") {
      set(node, "condition", squeezed_text(child));
    } else if (name.local == "extensionElements") {
      describe_extensions(child, node);
    } else if (name.local.ends_with("EventDefinition")) {
      set(node, "event", std::string(name.local.substr(0, name.local.size() - std::string_view("EventDefinition").size())));
      set(node, "messageRef", child.attribute("messageRef").value());
      for (const auto time : {"timeDuration", "timeDate", "timeCycle"})
        if (const auto value = part_.child(child, Space::bpmn, time)) set(node, time, squeezed_text(value));
    }
  }

  // What the file says about itself: <doc number="BP901" version="1.2"/>, or properties as below.
  void describe_document(pugi::xml_node extensions) const {
    auto& properties = writer_.document().properties;
    for (auto element = next_element(extensions, extensions); element; element = next_element(element, extensions)) {
      const std::string key = element.attribute("name") ? element.attribute("name").value() : element.attribute("metaKey").value();
      const auto value = element.attribute("value") ? element.attribute("value") : element.attribute("metaValue");
      if (!key.empty() && value) {
        properties.emplace("extension." + key, squeeze(value.value()));
        continue;
      }
      for (const auto attribute : element.attributes()) {
        const std::string_view written = attribute.name();
        const auto colon = written.find(':');
        if (!written.starts_with("xmlns"))
          properties.emplace("extension." + std::string(colon == written.npos ? written : written.substr(colon + 1)), squeeze(attribute.value()));
      }
      if (!element.first_child().value()[0]) continue;
      properties.emplace("extension." + std::string(part_.name(element).local), squeezed_text(element));
    }
  }

  // <camunda:property name="x" value="y"/>, <signavio:signavioMetaData metaKey="x" metaValue="y"/> and their like.
  void describe_extensions(pugi::xml_node extensions, Node& node) const {
    for (auto element = next_element(extensions, extensions); element; element = next_element(element, extensions)) {
      const std::string key = element.attribute("name") ? element.attribute("name").value() : element.attribute("metaKey").value();
      const auto value = element.attribute("value") ? element.attribute("value") : element.attribute("metaValue");
      if (!key.empty() && value) set(node, "property." + key, squeeze(value.value()));
    }
  }

  const XmlPart& part_;
  NodeWriter& writer_;
  std::map<std::size_t, Id<Node>> nodes_;  // by element
};

}  // namespace

void read_bpmn(std::string_view bytes, Document& document, const Limits& limits) {
  NodeWriter writer(document, limits);
  const auto part = parse_xml(bytes, writer);
  if (!part) return;
  document.properties["id"] = part->root().attribute("id").value();
  document.properties["title"] = part->root().attribute("name").value();
  document.properties["exporter"] = part->root().attribute("exporter").value();
  document.properties["target namespace"] = part->root().attribute("targetNamespace").value();
  for (const auto attribute : part->root().attributes())
    if (document.properties["target namespace"] == attribute.value() && std::string_view(attribute.name()).substr(0, 6) == "xmlns:")
      document.properties["target prefix"] = std::string_view(attribute.name()).substr(6);
  BpmnReading(*part, writer).read();
  if (document.nodes.empty() && part->name(part->root()).space != Space::bpmn)
    writer.problem("input.unreadable", "this is XML, and no BPMN 2.0 process diagram");
}

}  // namespace dovetail
