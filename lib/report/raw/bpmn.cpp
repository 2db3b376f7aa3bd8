// A BPMN diagram as read: how much of what, the names, and what points at nothing.
#include <array>
#include <map>
#include <set>
#include <string>

#include "report/raw/raw.h"

#include "base/holds.h"

namespace dovetail::raw {
namespace {

constexpr std::array<std::string_view, 8> task_kinds{"task",       "userTask", "manualTask",  "serviceTask",
                                                     "scriptTask", "sendTask", "receiveTask", "businessRuleTask"};
constexpr std::array<std::string_view, 3> subprocess_kinds{"subProcess", "transaction", "adHocSubProcess"};
constexpr std::array<std::string_view, 5> gateway_kinds{"exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway",
                                                        "eventBasedGateway"};
constexpr std::array<std::string_view, 5> event_kinds{"startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent"};
constexpr std::array<std::string_view, 9> pointing{"sourceRef",     "targetRef",    "processRef", "attachedToRef", "messageRef",
                                                   "dataObjectRef", "dataStoreRef", "default",    "flowNodeRef"};

/// The element's name; those in a vendor's extension count too.
std::string_view kind_of(const Node& node) {
  constexpr std::string_view mark = "extension.";
  const std::string_view kind = node.kind;
  return kind.starts_with(mark) ? kind.substr(mark.size()) : kind;
}

using Counts = std::map<std::string_view, std::size_t>;

Counts counts_of(const Document& document) {
  Counts counts;
  for (const auto& node : document.nodes) ++counts[kind_of(node)];
  return counts;
}

std::size_t count_of(const Counts& counts, std::string_view kind) {
  const auto found = counts.find(kind);
  return found == counts.end() ? 0 : found->second;
}

template <std::size_t N>
std::size_t count_of(const Counts& counts, const std::array<std::string_view, N>& kinds) {
  std::size_t sum = 0;
  for (const auto kind : kinds) sum += count_of(counts, kind);
  return sum;
}

/// As the file has them, line breaks and all.
template <class Wanted>
Json names_of(const Document& document, Wanted wanted) {
  Json names = Json::array();
  for (const auto& node : document.nodes) {
    if (!wanted(kind_of(node))) continue;
    const auto written = attribute(node, "name as written");
    if (!written.empty() || !node.name.empty()) names.push_back(written.empty() ? node.name : std::string(written));
  }
  return names;
}

// A reference is a qualified name: with the prefix of another file's namespace it points there, and is not judged.
std::string own_id(const Document& document, const std::set<std::string_view>& ids, std::string_view reference) {
  if (ids.count(reference) != 0) return {};
  const auto colon = reference.find(':');
  if (colon == std::string_view::npos) return std::string(reference);
  if (property(document, "target prefix") != reference.substr(0, colon)) return {};
  const auto local = reference.substr(colon + 1);
  return ids.count(local) != 0 ? std::string() : std::string(local);
}

Json dangling_of(const Document& document) {
  std::set<std::string_view> ids;
  for (const auto& node : document.nodes) ids.insert(node.id);
  std::set<std::string> missing;
  for (const auto& node : document.nodes)
    for (const auto name : pointing)
      for (auto rest = attribute(node, name); !rest.empty();) {
        const auto blank = rest.find(' ');
        if (auto id = own_id(document, ids, rest.substr(0, blank)); !id.empty()) missing.insert(std::move(id));
        rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
      }
  return Json(missing);
}

}  // namespace

void add_bpmn(const Document& document, Json& json) {
  const Counts counts = counts_of(document);
  json["participants"] = count_of(counts, "participant");
  json["lanes"] = count_of(counts, "lane");
  json["tasks"] = count_of(counts, task_kinds);
  json["task_kinds"] = Json::object();
  for (const auto kind : task_kinds)
    if (const auto n = count_of(counts, kind); n != 0) json["task_kinds"][std::string(kind)] = n;
  json["subprocesses"] = count_of(counts, subprocess_kinds);
  json["callActivities"] = count_of(counts, "callActivity");
  json["gateways"] = count_of(counts, gateway_kinds);
  json["events"] = count_of(counts, event_kinds);
  json["sequenceFlows"] = count_of(counts, "sequenceFlow");
  json["messageFlows"] = count_of(counts, "messageFlow");
  json["messages"] = count_of(counts, "message");
  json["dataObjects"] = count_of(counts, "dataObject");
  json["textAnnotations"] = count_of(counts, "textAnnotation");
  json["names"] = {{"participant", names_of(document, [](std::string_view kind) { return kind == "participant"; })},
                   {"lane", names_of(document, [](std::string_view kind) { return kind == "lane"; })},
                   {"task", names_of(document, [](std::string_view kind) { return holds(task_kinds, kind); })},
                   {"message", names_of(document, [](std::string_view kind) { return kind == "message"; })}};
  json["dangling"] = dangling_of(document);
}

}  // namespace dovetail::raw
