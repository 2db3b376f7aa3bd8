// How ids of the design are spelt, as data: the files of rules/ids and the project's own.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace dovetail {

/// One family of ids. Patterns are RE2.
struct IdShape {
  std::string family;     // as in DesignId (text/ids.h)
  std::string pattern;    // tried without regard to case on a whole value
  std::string canonical;  // how the id is written for comparing; {1} to {9} are the groups of `pattern`, in upper case
  std::string in_text;    // searched in running text, in upper case as ids are there; empty: not looked for
  std::string cited;      // how running text names a whole artefact; empty: not looked for
  friend bool operator==(const IdShape&, const IdShape&) = default;
};

/// Whether the patterns compile, and the canonical spelling names groups that there are. The error says what is wrong.
[[nodiscard]] Result<bool> check_id_shape(const IdShape& shape);

/// From here on canonical_id and its like read ids by these shapes, the first that fits. One table serves the process, since ids are compared
/// everywhere; it is set before reading begins, never while a run is under way. Each has passed check_id_shape. Until it is called no id is known.
void use_id_shapes(const std::vector<IdShape>& shapes);

}  // namespace dovetail
