// The ids of interfaces, messages, flows and data items that the loaded specifications have.
#pragma once

#include <set>
#include <string>

#include "model/review.h"

namespace dovetail {

struct KnownIds {
  std::set<std::string> ids;                    // canonical
  std::set<std::string, std::less<>> families;  // those of which a whole catalogue was read: "interface", "flow", "message", "data_item", "variant"
};

KnownIds known_ids(const Review& review);

}  // namespace dovetail
