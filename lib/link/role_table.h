// Which names stand for which role: "MSVC", "Metering Service", "Metering Services".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// The names of roles, from the roles register and from atoms of kind role.
class RoleTable {
 public:
  explicit RoleTable(const Review& review);

  /// Whether a cell names the role, by any of its names, at word edges and in the plural too. A role that no table knows is its own only name.
  [[nodiscard]] bool names(std::string_view cell, std::string_view role) const;

 private:
  std::map<std::string, std::vector<std::string>> names_;  // by each folded name: all folded names
};

}  // namespace dovetail
