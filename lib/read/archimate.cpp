// ArchiMate models: the exchange format and Archi's own.
#include "read/archimate.h"

#include <map>

#include "read/nodes.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

class ArchimateReading {
 public:
  ArchimateReading(const XmlPart& part, NodeWriter& writer) : part_(part), writer_(writer) {}

  void read() {
    const auto root = part_.root();
    for (auto element = root; element; element = next_element(element, root)) learn(element);
    for (auto element = root; element && !writer_.full();) {
      const auto name = part_.name(element).local;
      const bool drawn = name == "views" || name == "view" || name == "organizations" ||
                         (name == "folder" && std::string_view(element.attribute("type").value()) == "diagrams");
      if (name == "element" || name == "relationship") add(element);
      element = next_element(element, root, !drawn);
    }
  }

 private:
  // Property names of the exchange format stand in definitions of their own.
  void learn(pugi::xml_node element) {
    const auto name = part_.name(element).local;
    if (name != "propertyDefinition" && name != "propertydef") return;
    const auto text = child_text(element, "name");
    definitions_[element.attribute("identifier").value()] = text.empty() ? squeeze(element.attribute("name").value()) : text;
  }

  [[nodiscard]] std::string child_text(pugi::xml_node element, std::string_view wanted) const {
    for (const auto child : element.children())
      if (child.type() == pugi::node_element && part_.name(child).local == wanted) return squeezed_text(child);
    return {};
  }

  [[nodiscard]] std::string name_as_written(pugi::xml_node element) const {
    for (const auto child : element.children())
      if (child.type() == pugi::node_element && (part_.name(child).local == "name" || part_.name(child).local == "label")) return whole_text(child);
    return element.attribute("name").value();
  }

  [[nodiscard]] std::string type_of(pugi::xml_node element) const {
    const std::string_view type = part_.attribute(element, Space::schema_instance, "type").value();
    const auto colon = type.rfind(':');
    return std::string(colon == std::string_view::npos ? type : type.substr(colon + 1));
  }

  void add(pugi::xml_node element) {
    Node node;
    const auto type = type_of(element);
    // Archi writes relationships as elements of such a type.
    const bool relationship = part_.name(element).local == "relationship" || type.ends_with("Relationship");
    if (type.empty() || type.find("Diagram") != std::string::npos) return;
    node.kind = relationship ? "relationship" : "element";
    node.id = element.attribute("identifier") ? element.attribute("identifier").value() : element.attribute("id").value();
    const auto name = child_text(element, "name");
    node.name = name.empty() ? squeeze(element.attribute("name").value()) : name;
    if (node.name.empty()) node.name = child_text(element, "label");  // exchange format 2.1
    if (auto written = name_as_written(element); squeeze(written) == node.name && written != node.name)
      node.attributes.emplace_back("name as written", std::move(written));
    node.origin = node.kind + " " + node.id;
    node.attributes.emplace_back("type", type);
    for (const auto end : {"source", "target"})
      if (const auto attribute = element.attribute(end)) node.attributes.emplace_back(end, attribute.value());
    if (auto text = child_text(element, "documentation"); !text.empty()) node.attributes.emplace_back("documentation", std::move(text));
    for (const auto child : element.children()) add_properties(child, node);
    const auto words = node.name;
    writer_.add(std::move(node), words);
  }

  // <properties><property propertyDefinitionRef="…"><value>…</value></property></properties>, or Archi's <property key="…" value="…"/>.
  void add_properties(pugi::xml_node child, Node& node) const {
    const auto name = part_.name(child).local;
    if (name == "property" && child.attribute("key")) {
      node.attributes.emplace_back(std::string("property.") + child.attribute("key").value(), squeeze(child.attribute("value").value()));
    } else if (name == "properties") {
      for (const auto property : child.children()) {
        if (property.type() != pugi::node_element) continue;
        const auto reference =
            property.attribute("propertyDefinitionRef") ? property.attribute("propertyDefinitionRef") : property.attribute("identifierref");
        const auto found = definitions_.find(reference.value());
        node.attributes.emplace_back("property." + (found == definitions_.end() ? std::string(reference.value()) : found->second),
                                     child_text(property, "value"));
      }
    }
  }

  const XmlPart& part_;
  NodeWriter& writer_;
  std::map<std::string, std::string> definitions_;
};

}  // namespace

void read_archimate(std::string_view bytes, Document& document, const Limits& limits) {
  NodeWriter writer(document, limits);
  const auto part = parse_xml(bytes, writer);
  if (!part) return;
  const auto space = part->name(part->root()).space;
  if (space != Space::archimate && space != Space::archi_tool) return writer.problem("input.unreadable", "this is XML, and no ArchiMate model");
  ArchimateReading(*part, writer).read();
}

}  // namespace dovetail
