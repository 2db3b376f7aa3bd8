// Whether an atom of the design changed since a version that somebody pinned.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// What a link pins: the version and release of the atom it was made against, and the day it was looked at; each may be empty.
struct Pin {
  std::string_view version, release, day;
};

struct AtomChange {
  bool changed = false;
  std::vector<std::string> ids;  // of the changes that name it, sorted
};

class AtomChanges {
 public:
  explicit AtomChanges(const Review& review);

  /// Whether this very atom changed since: an agreed change names it, its own version or release is later, or its text is another. That the artefact
  /// around it has a new version says nothing.
  [[nodiscard]] AtomChange since(const Item& item, const Pin& pin) const;

 private:
  [[nodiscard]] bool is_later(const Record& change, const Pin& pin) const;

  const Review& review_;
  std::map<std::string, std::vector<const Record*>> by_atom_, by_id_;  // agreed changes
};

}  // namespace dovetail
