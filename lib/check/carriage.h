// Who sends which message to whom, as the interface catalogue and the data specification say.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"
#include "model/role_names.h"

namespace dovetail {

/// What the catalogue has about one interface.
struct Carriage {
  In<Item> item;
  Parties sender, receivers, optional;  // optional: secondary receivers, who need not be named
  std::string transport;
  bool retired = false;
  std::string replaced_by;
};

/// A direction that the data specification has a scenario variant for.
struct Direction {
  Parties source, target;
};

class Carriages {
 public:
  Carriages(const Review& review, const RoleNames& roles);

  [[nodiscard]] bool empty() const { return by_id_.empty(); }
  /// By the interface's id in any spelling, or the id that it is published as; null where the catalogue lacks it.
  [[nodiscard]] const Carriage* find(std::string_view id) const;
  /// The directions of the market messages that carry it; empty where the data specification has no variant of them.
  [[nodiscard]] const std::vector<Direction>& directions(std::string_view id) const;
  [[nodiscard]] const std::map<std::string, Carriage>& all() const { return by_id_; }

 private:
  void add_interfaces(const Review& review, const RoleNames& roles);
  void add_variants(const Review& review, const RoleNames& roles);

  std::map<std::string, Carriage> by_id_;  // by id_key
  std::map<std::string, std::vector<Direction>> directions_;
};

/// Whether a status says that the thing is no longer to be used.
bool says_retired(std::string_view status);

}  // namespace dovetail
