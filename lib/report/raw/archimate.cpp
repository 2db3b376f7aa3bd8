// An ArchiMate model as read.
#include <map>

#include "report/raw/raw.h"

namespace dovetail::raw {

void add_archimate(const Document& document, Json& json) {
  std::map<std::string, std::size_t> elements, relationships;
  Json names = Json::array();
  for (const auto& node : document.nodes) {
    ++(node.kind == "element" ? elements : relationships)[std::string(attribute(node, "type"))];
    if (node.kind != "element" || node.name.empty()) continue;
    const auto written = attribute(node, "name as written");
    names.push_back(written.empty() ? node.name : std::string(written));
  }
  json["elements"] = elements;
  json["relationships"] = relationships;
  json["names"] = std::move(names);
}

}  // namespace dovetail::raw
