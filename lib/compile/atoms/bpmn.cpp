// BPMN elements as a process.
#include "compile/atoms/bpmn.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "compile/atoms/about.h"
#include "compile/atoms/node_values.h"
#include "compile/atoms/process.h"
#include "compile/atoms/steps.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

template <std::size_t n>
bool one_of(std::string_view kind, const std::array<std::string_view, n>& kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::optional<ElementKind> kind_of(std::string_view kind) {
  constexpr std::array<std::string_view, 10> steps{"task",       "sendTask",    "receiveTask",  "userTask",        "manualTask", "businessRuleTask",
                                                   "scriptTask", "serviceTask", "callActivity", "choreographyTask"};
  constexpr std::array<std::string_view, 5> gateways{"exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway",
                                                     "eventBasedGateway"};
  constexpr std::array<std::string_view, 5> events{"startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent"};
  constexpr std::array<std::string_view, 4> containers{"subProcess", "transaction", "adHocSubProcess", "subChoreography"};
  if (one_of(kind, steps)) return ElementKind::step;
  if (one_of(kind, gateways)) return ElementKind::gateway;
  if (one_of(kind, events)) return ElementKind::event;
  if (one_of(kind, containers)) return ElementKind::container;
  return std::nullopt;
}

class Diagram {
 public:
  explicit Diagram(const Document& document) : document_(document) {}

  Process read() {
    learn_names();
    learn_lanes();
    for (std::size_t n = 0; n < document_.nodes.size(); ++n) add_element(Table<Node>::id_at(n));
    settle_containers();
    attach_boundaries();
    for (const Node& node : document_.nodes) add_flow(node);
    return std::move(process_);
  }

 private:
  void learn_names() {
    for (const Node& node : document_.nodes) {
      if (node.kind == "message" && !node.id.empty()) messages_.emplace(node.id, node.name);
      if (node.kind != "participant") continue;
      const std::string_view process = local_name(attribute_of(node, "processRef"));
      if (!process.empty()) pools_.emplace(process, &node);
    }
  }

  // The innermost lane names an element last.
  void learn_lanes() {
    for (const Node& node : document_.nodes) {
      if (node.kind != "lane" || node.name.empty()) continue;
      std::string_view list = attribute_of(node, "flowNodeRef");
      while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        if (end > 0) lanes_[std::string(local_name(list.substr(0, end)))] = node.name;
        list.remove_prefix(std::min(end + 1, list.size()));
      }
      const auto process = process_of(node);
      auto& [count, name] = lanes_in_[process];
      ++count;
      name = node.name;
    }
  }

  [[nodiscard]] const Node* process_of(const Node& node) const {
    const Node* at = &node;
    while (at->parent) {
      at = &document_.nodes[at->parent];
      if (at->kind == "process") return at;
    }
    return nullptr;
  }

  /// The lane of the element or of what it stands in, else the pool's name.
  [[nodiscard]] std::string role_of(Id<Node> id) const {
    const Node& node = document_.nodes[id];
    if (const auto lane = lanes_.find(node.id); lane != lanes_.end() && !node.id.empty()) return lane->second;
    if (node.kind == "process") return role_of_process(node);
    return node.parent ? roles_[node.parent.value] : std::string();  // what is around an element stands in front of it
  }

  [[nodiscard]] std::string role_of_process(const Node& process) const {
    const auto lanes = lanes_in_.find(&process);
    if (lanes != lanes_in_.end() && lanes->second.first == 1) return lanes->second.second;
    const auto pool = pools_.find(process.id);
    return pool == pools_.end() ? std::string() : pool->second->name;
  }

  [[nodiscard]] std::string role_of_pool(const Node& pool) const {
    const std::string_view wanted = local_name(attribute_of(pool, "processRef"));
    for (const auto& [process, lanes] : lanes_in_)
      if (process != nullptr && !wanted.empty() && process->id == wanted && lanes.first == 1) return lanes.second;
    return pool.name;
  }

  [[nodiscard]] std::string message_of(const Node& node) const {
    const auto found = messages_.find(local_name(attribute_of(node, "messageRef")));
    return found == messages_.end() ? std::string() : found->second;
  }

  void add_element(Id<Node> id) {
    const Node& node = document_.nodes[id];
    roles_.push_back(role_of(id));
    const bool pool = node.kind == "participant";
    const auto kind = pool ? ElementKind::party : kind_of(node.kind);
    if (!kind) return;
    ProcessElement element;
    element.kind = *kind;
    element.native = node.id;
    element.name = node.name;
    element.role = pool ? role_of_pool(node) : roles_.back();
    element.properties = properties_of(node);
    element.span = node.span;
    if (node.kind == "sendTask" || node.kind == "intermediateThrowEvent" || node.kind == "endEvent") element.message = message_of(node);
    if (!pool && node.parent)
      if (const auto outer = index_.find(node.parent.value); outer != index_.end()) element.within = outer->second;
    const std::size_t at = process_.add(std::move(element));
    index_.emplace(id.value, at);
    if (!node.id.empty()) elements_.emplace(node.id, at);
    if (node.kind == "boundaryEvent") boundaries_.emplace_back(at, std::string(local_name(attribute_of(node, "attachedToRef"))));
  }

  /// A subprocess whose inside is not drawn is a step.
  void settle_containers() {
    std::vector<bool> holds(process_.elements.size());
    for (const ProcessElement& element : process_.elements)
      if (element.within != no_element) holds[element.within] = true;
    for (std::size_t at = 0; at < process_.elements.size(); ++at)
      if (process_.elements[at].kind == ElementKind::container && !holds[at]) process_.elements[at].kind = ElementKind::step;
  }

  /// What interrupts a step goes on from it.
  void attach_boundaries() {
    for (const auto& [event, step] : boundaries_) {
      const std::size_t from = element(step);
      if (from != no_element) process_.flows.push_back({from, event, process_.elements[event].name, false, true, process_.elements[event].span});
    }
  }

  [[nodiscard]] std::size_t element(std::string_view reference) const {
    const auto found = elements_.find(local_name(reference));
    return found == elements_.end() ? no_element : found->second;
  }

  void add_flow(const Node& node) {
    const bool message = node.kind == "messageFlow";
    if (!message && node.kind != "sequenceFlow") return;
    ProcessFlow flow;
    flow.from = element(attribute_of(node, "sourceRef"));
    flow.to = element(attribute_of(node, "targetRef"));
    if (flow.from == no_element || flow.to == no_element) return;
    flow.message = message;
    flow.name = node.name;
    if (message)
      if (auto name = message_of(node); !name.empty()) flow.name = std::move(name);
    flow.span = node.span;
    process_.flows.push_back(std::move(flow));
  }

  const Document& document_;
  Process process_;
  std::map<std::string, std::string, std::less<>> messages_;  // names by id
  std::map<std::string, const Node*, std::less<>> pools_;     // by process
  std::map<std::string, std::string, std::less<>> lanes_;     // by element
  std::map<const Node*, std::pair<std::size_t, std::string>> lanes_in_;
  std::vector<std::string> roles_;              // by node
  std::map<std::uint32_t, std::size_t> index_;  // elements by node
  std::map<std::string, std::size_t, std::less<>> elements_;
  std::vector<std::pair<std::size_t, std::string>> boundaries_;
};

/// What the extension elements of the file and of its processes say.
std::vector<std::pair<std::string, std::string>> document_values(const Document& document) {
  constexpr std::string_view mark = "extension.";
  std::vector<std::pair<std::string, std::string>> values;
  for (const auto& [name, value] : document.properties)
    if (name.starts_with(mark)) values.emplace_back(name.substr(mark.size()), value);
  for (const Node& node : document.nodes)
    if (node.kind == "process" || node.kind == "collaboration")
      for (auto& value : properties_of(node)) values.push_back(std::move(value));
  return values;
}

}  // namespace

void compile_bpmn(const Document& document, const Input& input, Unit& unit) {
  const ItemDefaults defaults = settle_identity(document, input, cover_of(document_values(document)), unit);
  add_steps(Diagram(document).read(), mapping_giving(input, "bp_step"), defaults, unit);
}

}  // namespace dovetail
