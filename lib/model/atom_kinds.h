// What an id of the design names, whatever scheme the programme spells its ids by.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "model/review.h"

namespace dovetail {

/// The ids that the artefacts of a review define, by kind of atom.
class AtomKinds {
 public:
  explicit AtomKinds(const Review& review);

  /// Whether an artefact defines the id as an atom of that kind.
  [[nodiscard]] bool defines(std::string_view id, std::string_view kind) const;

  /// Whether the id names an atom of that kind: it is defined as one, or its shape says so (text/ids.h).
  [[nodiscard]] bool names(std::string_view id, std::string_view kind) const;

  /// Whether the value is spelt as an id of that kind is, so that it must name an atom: its shape is known, or is that of ids which are defined.
  [[nodiscard]] bool is_spelt_like(std::string_view id, std::string_view kind) const;

 private:
  using Sets = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;  // by kind
  static bool holds(const Sets& sets, std::string_view kind, std::string_view value);

  Sets defined_, schemes_;
};

}  // namespace dovetail
