// How the ids of a design are spelt where no shape of rules/ids knows: shapes that a run learns, and lines of the project file that `init` writes.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/unit.h"
#include "text/id_shapes.h"

namespace dovetail {

/// The schemes of the ids met so far.
class IdSchemes {
 public:
  /// Takes the id of an atom, unless it is found in text as what it is already.
  void add(const Item& item);
  /// Takes the ids that a field of other atoms names as being of `kind`, where no atom of the kind was read. Values without a figure name none.
  void add_named(const std::string& kind, std::string_view field);

  /// What the schemes say of ids like those met, the longest first: one that fits an id as a whole is tried before one that fits its beginning. A
  /// scheme of one letter ("M01") means what else too, so that only the ids met are found in text.
  [[nodiscard]] std::vector<IdShape> shapes() const;

  /// Lines of the project file, one for each scheme that several atoms of one kind have; empty where there is none.
  [[nodiscard]] std::string lines() const;

 private:
  struct Scheme {
    std::set<std::string> ids;                                 // as written
    std::vector<std::pair<std::size_t, std::size_t>> lengths;  // of each run of digits: the fewest, the most
  };
  using Key = std::pair<std::string, std::string>;  // kind, scheme

  std::map<Key, Scheme> schemes_;
  std::set<Key> known_;                     // kinds and looks of ids that text finds already
  std::map<std::string, std::size_t> met_;  // atoms, by kind
};

}  // namespace dovetail
