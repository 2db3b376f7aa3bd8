// The quick way and the thorough way of parsing a YAML file; setting.h has the one that everybody takes.
#pragma once

#include <optional>
#include <string>

#include "config/setting.h"

namespace dovetail {

/// The one document of `text`, parsed by libyaml; nothing where it is not plain and good: with a fault, empty, with a second document, anchors, tags,
/// or an item without a value.
std::optional<Setting> quick_yaml(const std::string& text);

/// What parse_yaml gives for `text` with its end mark, parsed by yaml-cpp, whatever stands in it.
Result<Setting> explained_yaml(const std::string& file, const std::string& text);

}  // namespace dovetail
