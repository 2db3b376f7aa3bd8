// What a node says beside its name.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"

namespace dovetail {

/// The node's attribute; empty where it has none.
std::string_view attribute_of(const Node& node, std::string_view name);

/// The node's properties by their own names: shape data, extension properties ("property.Role" is "Role"), attributes of a vendor's namespace
/// ("xp:step" is "step").
std::vector<std::pair<std::string, std::string>> properties_of(const Node& node);

/// A reference without the prefix of its name space: "tns:t1" and "t1" are "t1".
std::string_view local_name(std::string_view reference);

}  // namespace dovetail
