// A YAML or JSON file as one tree.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "model/limits.h"

namespace dovetail::openapi {

using Tree = nlohmann::ordered_json;  // keys in the order of the file

struct TreeOrProblem {
  std::optional<Tree> tree;
  std::string rule, message;  // of a Problem, where there is no tree
};

/// Reads JSON (RFC 8259) or, where it is none, YAML 1.2 (core schema: plain scalars are null, true, 1, 1.5 or text). Of several YAML documents the
/// first counts. Aliases are written out as long as the whole stays within limits.cells values and limits.html_depth levels, so that a small file
/// cannot become an endless tree.
TreeOrProblem read_tree(std::string_view bytes, const Limits& limits);

}  // namespace dovetail::openapi
