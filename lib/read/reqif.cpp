// ReqIF requirements.
#include "read/reqif.h"

#include <map>
#include <string>

#include "ooxml/zip.h"
#include "read/nodes.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// One .reqif on its way into nodes.
class ReqifReading {
 public:
  ReqifReading(const XmlPart& part, NodeWriter& writer) : part_(part), writer_(writer) {}

  void read() {
    const auto root = part_.root();
    for (auto element = root; element; element = next_element(element, root)) learn(element);
    for (auto element = root; element && !writer_.full();) {
      const auto name = local(element);
      const bool taken = name == "SPEC-OBJECT" || name == "SPEC-RELATION";
      if (name == "SPEC-OBJECT") add_object(element);
      if (name == "SPEC-RELATION") add_relation(element);
      if (name == "SPECIFICATION") hierarchy_.emplace(element.hash_value(), writer_.add(node_of(element, "specification"), long_name(element)));
      if (name == "SPEC-HIERARCHY") add_hierarchy(element);
      element = next_element(element, root, !taken);
    }
  }

 private:
  [[nodiscard]] std::string_view local(pugi::xml_node element) const { return part_.name(element).local; }

  [[nodiscard]] pugi::xml_node child(pugi::xml_node element, std::string_view wanted) const {
    for (const auto node : element.children())
      if (node.type() == pugi::node_element && local(node) == wanted) return node;
    return {};
  }

  static std::string identifier(pugi::xml_node element) { return element.attribute("IDENTIFIER").value(); }
  static std::string long_name(pugi::xml_node element) { return squeeze(element.attribute("LONG-NAME").value()); }

  // The text of the first element inside: the id in <TYPE><SPEC-OBJECT-TYPE-REF>id</…></TYPE>.
  [[nodiscard]] std::string reference(pugi::xml_node element, std::string_view in) const {
    for (const auto node : child(element, in).children())
      if (node.type() == pugi::node_element) return squeezed_text(node);
    return {};
  }

  // Types, attribute definitions and enumeration values are named by id from anywhere.
  void learn(pugi::xml_node element) {
    const auto name = local(element);
    if (!name.ends_with("-TYPE") && name != "ENUM-VALUE" && name.find("ATTRIBUTE-DEFINITION-") != 0) return;
    if (auto id = identifier(element); !id.empty()) names_.try_emplace(std::move(id), long_name(element));
  }

  [[nodiscard]] std::string named(const std::string& id) const {
    const auto found = names_.find(id);
    return found == names_.end() || found->second.empty() ? id : found->second;
  }

  [[nodiscard]] std::string value_of(pugi::xml_node value) const {
    if (const auto plain = value.attribute("THE-VALUE")) return plain.value();
    if (const auto rich = child(value, "THE-VALUE")) return squeezed_text(rich);
    std::string out;
    for (const auto one : child(value, "VALUES").children())
      if (one.type() == pugi::node_element) out += (out.empty() ? "" : ";") + named(squeezed_text(one));
    return out;
  }

  [[nodiscard]] Node node_of(pugi::xml_node element, const char* kind) const {
    Node node;
    node.kind = kind;
    node.id = identifier(element);
    node.name = long_name(element);
    node.origin = std::string(kind) + " " + node.id;
    return node;
  }

  // The values, and the words of all of them for the node's text.
  std::string add_values(pugi::xml_node element, Node& node) const {
    std::string words;
    for (const auto value : child(element, "VALUES").children()) {
      if (value.type() != pugi::node_element) continue;
      const auto text = value_of(value);
      node.attributes.emplace_back("value." + named(reference(value, "DEFINITION")), text);
      words += (words.empty() || text.empty() ? "" : " · ") + squeeze(text);
    }
    return words;
  }

  void add_object(pugi::xml_node element) {
    auto node = node_of(element, "spec-object");
    node.attributes.emplace_back("type", named(reference(element, "TYPE")));
    const auto words = add_values(element, node);
    writer_.add(std::move(node), words);
  }

  void add_relation(pugi::xml_node element) {
    auto node = node_of(element, "relation");
    node.attributes.emplace_back("type", named(reference(element, "TYPE")));
    node.attributes.emplace_back("source", reference(element, "SOURCE"));
    node.attributes.emplace_back("target", reference(element, "TARGET"));
    const auto words = add_values(element, node);
    writer_.add(std::move(node), words);
  }

  void add_hierarchy(pugi::xml_node element) {
    auto node = node_of(element, "hierarchy");
    node.attributes.emplace_back("object", reference(element, "OBJECT"));
    for (auto above = element.parent(); above && !node.parent; above = above.parent())
      if (const auto found = hierarchy_.find(above.hash_value()); found != hierarchy_.end()) node.parent = found->second;
    hierarchy_.emplace(element.hash_value(), writer_.add(std::move(node), long_name(element)));
  }

  const XmlPart& part_;
  NodeWriter& writer_;
  std::map<std::string, std::string> names_;   // long names by id
  std::map<std::size_t, Id<Node>> hierarchy_;  // by element
};

void read_one(std::string_view bytes, NodeWriter& writer) {
  const auto part = parse_xml(bytes, writer, true);
  if (!part) return;
  const auto root = part->name(part->root()).local;
  if (root == "REQ-IF") return ReqifReading(*part, writer).read();
  writer.problem("input.unreadable",
                 root == "RIF" ? "this is RIF, the form before ReqIF; export it as ReqIF 1.0 or later" : "this is XML, and no ReqIF");
}

void read_zipped(std::string_view bytes, NodeWriter& writer) {
  const auto& limits = writer.limits();
  Zip zip(bytes, {limits.part_bytes, limits.package_bytes, limits.ratio, limits.parts});
  bool any = false;
  for (std::size_t n = 0; n < zip.names().size(); ++n) {
    const auto& name = zip.names()[n];
    if (name.size() < 6 || !fold(name).ends_with(".reqif")) continue;
    any = true;
    writer.document().parts.push_back(name);
    if (const auto part = zip.read(n)) read_one(part->view(), writer);
  }
  for (const auto& remark : zip.remarks()) writer.problem(remark.rule, remark.message);
  if (!any) writer.problem("input.unreadable", "there is no .reqif in the archive");
}

}  // namespace

void read_reqif(std::string_view bytes, Document& document, const Limits& limits) {
  NodeWriter writer(document, limits);
  if (bytes.substr(0, 2) == "PK")
    read_zipped(bytes, writer);
  else
    read_one(bytes, writer);
}

}  // namespace dovetail
