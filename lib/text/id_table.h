// The shapes of ids that are in use, compiled. Only for the files of text/ids.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/id_shapes.h"
#include "text/pattern.h"

namespace dovetail {

struct CompiledShape {
  IdShape shape;
  Pattern whole;    // the id and nothing else, any case
  Pattern leading;  // the id in front of a blank or colon
};

struct IdTable {
  std::vector<IdShape> source;
  std::vector<CompiledShape> shapes;
  PatternSet whole;                       // which of the shapes a whole id has
  std::optional<Pattern> in_text, cited;  // any of the shapes' expressions; none where no shape has one
};

/// The table in use. It lives as long as the process, so that views of its words may be kept.
const IdTable& id_table();

}  // namespace dovetail
