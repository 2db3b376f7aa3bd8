// Shapes and connectors as a process.
#include "compile/atoms/drawing.h"

#include <array>
#include <map>

#include "compile/atoms/about.h"
#include "compile/atoms/drawing_lanes.h"
#include "compile/atoms/node_values.h"
#include "compile/atoms/process.h"
#include "compile/atoms/step_names.h"
#include "compile/atoms/steps.h"
#include "compile/header.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool has(const std::string& key, std::initializer_list<std::string_view> words) {
  for (const auto word : words)
    if (key.find(word) != std::string::npos) return true;
  return false;
}

struct Connector {
  std::string shape;  // its id on the page
  std::array<std::string, 2> ends;
};

/// One page on its way into a process.
class Page {
 public:
  Page(const Document& document, Process& process) : document_(document), process_(process) {}

  void add_shape(Id<Node> id) {
    shapes_.push_back(id);
    by_id_.emplace(attribute_of(document_.nodes[id], "id"), id);
  }

  void add_end(const Node& node) {
    const std::string id(attribute_of(node, "connector"));
    const auto [place, fresh] = connector_.try_emplace(id, connectors_.size());
    if (fresh) connectors_.push_back({id, {}});
    const auto end = attribute_of(node, "end");
    if (end == "begin" || end == "end") connectors_[place->second].ends[end == "end"] = attribute_of(node, "shape");
  }

  void finish() {
    std::vector<bool> is_connector(document_.nodes.size());
    for (const Id<Node> id : shapes_) {
      const std::string master = header_key(attribute_of(document_.nodes[id], "master"));
      is_connector[id.value] =
          connector_.contains(std::string(attribute_of(document_.nodes[id], "id"))) || has(master, {"connector", "messageflow", "sequenceflow"});
    }
    const Lanes lanes(document_, shapes_, is_connector);
    for (const Id<Node> id : shapes_)
      if (!is_connector[id.value]) add_element(id, lanes);
    for (const Connector& connector : connectors_) add_flow(connector);
  }

 private:
  static ElementKind kind_of(const Node& shape, const std::string& text) {
    const std::string master = header_key(attribute_of(shape, "master"));
    if (has(master, {"decision", "gateway"}) || (text.ends_with('?') && id_of_name(text).id.empty())) return ElementKind::gateway;
    if (has(master, {"start", "end", "event", "terminator", "document", "data", "annotation", "comment", "note", "callout", "title", "text",
                     "offpage", "phase"}))
      return ElementKind::event;
    return ElementKind::step;
  }

  void add_element(Id<Node> id, const Lanes& lanes) {
    const Node& shape = document_.nodes[id];
    const std::string text(attribute_of(shape, "text"));
    ProcessElement element;
    element.native = shape.id;
    element.name = text;
    element.role = lanes.lane_of(id);
    element.properties = properties_of(shape);
    element.span = shape.span;
    if (lanes.is_lane(id)) {
      element.kind = ElementKind::party;
    } else {
      // The words of a group stand once, in the group or in one of its shapes; pictures of a shape have none.
      const Node& outer = document_.nodes[shape.parent];
      const bool part = outer.kind == "shape" && !lanes.is_lane(shape.parent) && !attribute_of(outer, "text").empty();
      element.kind = kind_of(shape, text);
      if (part || lanes.is_heading(id) || (text.empty() && element.kind != ElementKind::gateway)) return;
    }
    elements_.emplace(id.value, process_.add(std::move(element)));
  }

  /// The element that a connector is glued to: the shape, or the group or lane that it is part of, or the one shape of a group that has words.
  [[nodiscard]] std::size_t element_at(const std::string& id) const {
    const auto shape = by_id_.find(id);
    if (shape == by_id_.end()) return no_element;
    for (Id<Node> at = shape->second; at; at = document_.nodes[at].parent)
      if (const auto found = elements_.find(at.value); found != elements_.end()) return found->second;
    for (const auto& [node, element] : elements_)
      if (document_.nodes[Id<Node>(node)].parent == shape->second) return element;
    return no_element;
  }

  void add_flow(const Connector& connector) {
    const auto shape = by_id_.find(connector.shape);
    ProcessFlow flow;
    flow.from = element_at(connector.ends[0]);
    flow.to = element_at(connector.ends[1]);
    if (flow.from == no_element || flow.to == no_element || flow.from == flow.to) return;
    std::string master;
    if (shape != by_id_.end()) {
      const Node& line = document_.nodes[shape->second];
      flow.name = attribute_of(line, "text");
      flow.span = line.span;
      master = header_key(attribute_of(line, "master"));
    }
    const NamedId named = id_of_name(flow.name);
    const bool party = process_.elements[flow.from].kind == ElementKind::party || process_.elements[flow.to].kind == ElementKind::party;
    const bool only_message = party || has(master, {"message"});
    flow.message = only_message || named.family == "interface" || named.family == "flow";
    process_.flows.push_back(flow);
    if (!flow.message || only_message) return;
    flow.message = false;  // one line says both what is sent and what comes next
    flow.name.clear();
    process_.flows.push_back(std::move(flow));
  }

  const Document& document_;
  Process& process_;
  std::vector<Id<Node>> shapes_;
  std::map<std::string, Id<Node>, std::less<>> by_id_;
  std::vector<Connector> connectors_;
  std::map<std::string, std::size_t> connector_;
  std::map<std::uint32_t, std::size_t> elements_;  // by node
};

}  // namespace

void compile_drawing(const Document& document, const Input& input, Unit& unit) {
  std::vector<std::pair<std::string, std::string>> about(document.properties.begin(), document.properties.end());
  for (const Node& node : document.nodes)
    if (node.kind == "page" && attribute_of(node, "background").empty()) about.emplace_back("ref", node.name);
  const ItemDefaults defaults = settle_identity(document, input, cover_of(about), unit);
  Process process;
  std::vector<Page> pages;
  std::vector<std::size_t> page_of(document.nodes.size());
  for (std::size_t n = 0; n < document.nodes.size(); ++n) {
    const Id<Node> id = Table<Node>::id_at(n);
    const Node& node = document.nodes[id];
    if (node.kind == "page") {
      page_of[n] = pages.size();
      pages.emplace_back(document, process);
      continue;
    }
    if (!node.parent || pages.empty()) continue;
    page_of[n] = page_of[node.parent.value];
    if (node.kind == "shape") pages[page_of[n]].add_shape(id);
    if (node.kind == "connect") pages[page_of[n]].add_end(node);
  }
  for (Page& page : pages) page.finish();
  add_steps(process, mapping_giving(input, "bp_step"), defaults, unit);
}

}  // namespace dovetail
