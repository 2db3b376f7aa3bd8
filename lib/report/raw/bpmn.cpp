// A BPMN diagram as read: how much of what, the names, and what points at nothing.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "report/raw/raw.h"

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

template <std::size_t N>
bool is_one_of(std::string_view kind, const std::array<std::string_view, N>& kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

template <std::size_t N>
std::size_t count_of(const Document& document, const std::array<std::string_view, N>& kinds) {
  std::size_t sum = 0;
  for (const auto kind : kinds) sum += count(document, kind);
  return sum;
}

template <class Wanted>
Json names_of(const Document& document, Wanted wanted) {
  Json names = Json::array();
  for (const auto& node : document.nodes)
    if (wanted(node.kind) && !node.name.empty()) names.push_back(node.name);
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
  json["participants"] = count(document, "participant");
  json["lanes"] = count(document, "lane");
  json["tasks"] = count_of(document, task_kinds);
  json["task_kinds"] = Json::object();
  for (const auto kind : task_kinds)
    if (const auto n = count(document, kind); n != 0) json["task_kinds"][std::string(kind)] = n;
  json["subprocesses"] = count_of(document, subprocess_kinds);
  json["callActivities"] = count(document, "callActivity");
  json["gateways"] = count_of(document, gateway_kinds);
  json["events"] = count_of(document, event_kinds);
  json["sequenceFlows"] = count(document, "sequenceFlow");
  json["messageFlows"] = count(document, "messageFlow");
  json["messages"] = count(document, "message");
  json["dataObjects"] = count(document, "dataObject");
  json["textAnnotations"] = count(document, "textAnnotation");
  json["names"] = {{"participant", names_of(document, [](std::string_view kind) { return kind == "participant"; })},
                   {"lane", names_of(document, [](std::string_view kind) { return kind == "lane"; })},
                   {"task", names_of(document, [](std::string_view kind) { return is_one_of(kind, task_kinds); })},
                   {"message", names_of(document, [](std::string_view kind) { return kind == "message"; })}};
  json["dangling"] = dangling_of(document);
}

}  // namespace dovetail::raw
