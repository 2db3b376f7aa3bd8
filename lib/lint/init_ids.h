// How the ids of a folder's design are spelt, where rules/ids does not know: the ids part of the project file that `init` writes.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/unit.h"

namespace dovetail {

/// The schemes of the ids met so far.
class IdSchemes {
 public:
  /// Takes the id of an atom, unless its shape is known already.
  void add(const Item& item);

  /// Lines of the project file, one for each scheme that several atoms of one kind have; empty where there is none.
  [[nodiscard]] std::string lines() const;

 private:
  struct Scheme {
    std::size_t ids = 0;
    std::string example;                                        // as written
    std::vector<std::pair<std::size_t, std::size_t>> lengths;  // of each run of digits: the fewest, the most
  };

  std::map<std::pair<std::string, std::string>, Scheme> schemes_;  // by kind, scheme
};

}  // namespace dovetail
