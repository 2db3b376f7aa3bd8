// Which names stand for which role: "MSVC", "Metering Service", "Metering Services".
#pragma once

#include <map>
#include <set>
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
  /// A cell that says "All" or "All Parties" names each.
  [[nodiscard]] bool names(std::string_view cell, std::string_view role) const;

  /// One folded name for all names of a role; of a role that no table knows its own.
  [[nodiscard]] std::string key(std::string_view role) const;
  /// A key as the table writes it ("LDSO").
  [[nodiscard]] std::string shown(const std::string& key) const;

  /// The roles of a field of the design: split at ";" and line breaks, and where "Supplier and LDSO" names two at that too. A name is what a table
  /// has, or what a field of the design has alone.
  [[nodiscard]] std::vector<std::string> listed(std::string_view cell) const;

  /// The roles of a list, with ALL as every role that a table knows but `sender`; ALL itself where no table was read.
  [[nodiscard]] std::vector<std::string> meant_by(const std::vector<std::string>& roles, std::string_view sender) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> names_;  // by each folded name: all folded names
  std::map<std::string, std::string> shown_;                            // by key
  std::set<std::string, std::less<>> alone_;                            // what fields of the design name alone, folded
  std::vector<std::string> roles_;                                      // one folded name for each role, in the order of the tables
};

}  // namespace dovetail
