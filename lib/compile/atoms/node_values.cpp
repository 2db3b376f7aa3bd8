// Attributes of nodes.
#include "compile/atoms/node_values.h"

namespace dovetail {

std::string_view attribute_of(const Node& node, std::string_view name) {
  for (const auto& [key, value] : node.attributes)
    if (key == name) return value;
  return {};
}

std::vector<std::pair<std::string, std::string>> properties_of(const Node& node) {
  constexpr std::string_view mark = "property.";
  std::vector<std::pair<std::string, std::string>> properties;
  for (const auto& [key, value] : node.attributes) {
    const std::string_view name = key;
    if (name.starts_with(mark))
      properties.emplace_back(name.substr(mark.size()), value);
    else if (const auto colon = name.find(':'); colon != std::string_view::npos && !name.starts_with("xsi:") && !name.starts_with("xml:"))
      properties.emplace_back(name.substr(colon + 1), value);
  }
  return properties;
}

std::string_view local_name(std::string_view reference) {
  const auto colon = reference.rfind(':');
  return colon == std::string_view::npos ? reference : reference.substr(colon + 1);
}

}  // namespace dovetail
