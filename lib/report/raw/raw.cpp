// The source of a file as read, as JSON: which function for which kind.
#include <array>

#include "report/dump_raw.h"
#include "report/raw/raw.h"

namespace dovetail {
namespace raw {

std::string_view attribute(const Node& node, std::string_view name) {
  for (const auto& [key, value] : node.attributes)
    if (key == name) return value;
  return {};
}

std::size_t count(const Document& document, std::string_view kind) {
  std::size_t n = 0;
  for (const auto& node : document.nodes) n += node.kind == kind ? 1U : 0U;
  return n;
}

std::string property(const Document& document, const char* name) {
  const auto found = document.properties.find(name);
  return found == document.properties.end() ? std::string() : found->second;
}

}  // namespace raw

namespace {

struct Form {
  FileKind kind;
  const char* name;
  void (*add)(const Document& document, raw::Json& json);
};

constexpr std::array<Form, 7> forms{{
    {FileKind::xlsx, "xlsx", raw::add_sheets},
    {FileKind::csv, "csv", raw::add_rows},
    {FileKind::bpmn, "bpmn", raw::add_bpmn},
    {FileKind::reqif, "reqif", raw::add_reqif},
    {FileKind::vsdx, "vsdx", raw::add_vsdx},
    {FileKind::archimate, "archimate", raw::add_archimate},
    {FileKind::openapi, "openapi", raw::add_schemas},
}};

}  // namespace

std::string raw_json(const Document& document) {
  for (const auto& form : forms) {
    if (form.kind != document.kind) continue;
    raw::Json json;
    json["path"] = document.path;
    json["format"] = form.name;
    form.add(document, json);
    return json.dump(-1, ' ', false, raw::Json::error_handler_t::replace) + "\n";
  }
  return {};
}

}  // namespace dovetail
