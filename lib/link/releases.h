// Which release of the design each draft reflects.
#pragma once

#include <map>
#include <string>

#include "model/review.h"

namespace dovetail {

class DraftReleases {
 public:
  explicit DraftReleases(const Review& review);

  /// The release of a text: the project file's, else the version register's, else the project's own; empty where nobody says.
  [[nodiscard]] std::string of(Id<Unit> unit) const;

 private:
  const Review& review_;
  std::map<std::string, std::string> said_;  // by name_key of code and document: the versions register's
};

}  // namespace dovetail
