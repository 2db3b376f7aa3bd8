// Names and values that say which artefact a file is.
#include "compile/atoms/about.h"

#include <algorithm>

#include "compile/atoms/step_names.h"
#include "text/ids.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

std::string document_number(std::string_view text) {
  const NamedId named = id_of_name(text);
  return named.family == "document" ? named.id : std::string();
}

/// The artefact in a file's name: "BP901" of "design/BP901_v1.2.bpmn".
std::string number_in_path(std::string_view path) {
  const auto slash = path.find_last_of("/\\");
  std::string name(slash == std::string_view::npos ? path : path.substr(slash + 1));
  std::replace(name.begin(), name.end(), '_', ' ');
  if (const auto dot = name.rfind('.'); dot != std::string::npos) name.resize(dot);
  return document_number(name);
}

}  // namespace

Cover cover_of(const std::vector<std::pair<std::string, std::string>>& values) {
  Cover cover;
  for (const auto& [name, value] : values) {
    put_cover(name, squeeze(value), cover);
    const std::string key = header_key(name);
    const bool number = key == "number" || key == "doc" || key == "id" || key == "reference" || key == "ref";
    if (number && cover.doc_number.empty()) cover.doc_number = document_number(value);
    if ((key == "versiontag" || key == "revision") && cover.version.empty()) cover.version = squeeze(value);
    if (key == "xrelease" && cover.release.empty()) cover.release = squeeze(value);
  }
  return cover;
}

ItemDefaults settle_identity(const Document& document, const Input& input, const Cover& cover, Unit& unit) {
  const bool described = input.design != nullptr && input.design->line != 0;
  if (unit.id.empty() && described) unit.id = canonical_id(input.design->artefact).canonical;
  if (unit.id.empty()) unit.id = canonical_id(cover.doc_number).canonical;
  for (const char* property : {"id", "title"})
    if (const auto found = document.properties.find(property); unit.id.empty() && found != document.properties.end())
      unit.id = document_number(found->second);
  if (unit.id.empty()) unit.id = number_in_path(document.path);
  if (unit.id.empty() && input.design != nullptr) unit.id = canonical_id(input.design->artefact).canonical;
  if (unit.title.empty()) unit.title = cover.title;
  if (const auto found = document.properties.find("title"); unit.title.empty() && found != document.properties.end()) unit.title = found->second;
  ItemDefaults defaults{unit.id, cover.version, cover.release, true};
  if (defaults.version.empty()) defaults.version = version_in_file_name(document.path);
  if (input.design != nullptr && !input.design->version.empty()) defaults.version = input.design->version;
  if (input.design != nullptr && !input.design->release.empty()) defaults.release = input.design->release;
  return defaults;
}

const Mapping* mapping_giving(const Input& input, std::string_view kind) {
  if (input.mapping != nullptr && input.mapping->gives == kind) return input.mapping;
  if (input.candidates == nullptr) return nullptr;
  const auto found = std::find_if(input.candidates->begin(), input.candidates->end(), [&](const Mapping& m) { return m.gives == kind; });
  return found == input.candidates->end() ? nullptr : &*found;
}

}  // namespace dovetail
