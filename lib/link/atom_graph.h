// How atoms hang together: requirements and the steps that carry them, parents and children, and the codes that each is for.
#pragma once

#include <map>
#include <set>
#include <string>

#include "model/review.h"

namespace dovetail {

class AtomGraph {
 public:
  AtomGraph(const Review& review, const std::map<std::string, In<Item>>& atoms);

  [[nodiscard]] const std::map<std::string, In<Item>>& atoms() const { return atoms_; }
  [[nodiscard]] const Item& item(In<Item> in) const { return review_.units[in.unit].items[in.id]; }
  [[nodiscard]] const Item* find(const std::string& id) const;

  [[nodiscard]] const std::set<std::string>& steps_of(const std::string& requirement) const { return of(steps_, requirement); }
  [[nodiscard]] const std::set<std::string>& requirements_of(const std::string& step) const { return of(requirements_, step); }
  [[nodiscard]] const std::set<std::string>& children_of(const std::string& requirement) const { return of(children_, requirement); }
  /// Atoms that name this one or that it names: a message and its steps, a data item and its messages.
  [[nodiscard]] std::set<std::string> related(const std::string& id) const;

  /// The codes an atom is for: as it says, else as its parent or (a step) the requirements it carries say, else as `expect:` does; one empty code
  /// where nobody says.
  [[nodiscard]] std::set<std::string> codes_of(const Item& atom) const;
  /// How many atoms stand above it; a chain that goes round ends somewhere.
  [[nodiscard]] int depth_of(const Item& atom) const;

 private:
  using Sets = std::map<std::string, std::set<std::string>>;
  static const std::set<std::string>& of(const Sets& sets, const std::string& id);
  [[nodiscard]] std::set<std::string> said_codes(const Item& atom) const;
  [[nodiscard]] std::set<std::string> inherited_codes(const Item& atom) const;

  const Review& review_;
  const std::map<std::string, In<Item>>& atoms_;
  Sets requirements_, steps_, children_, names_;
};

}  // namespace dovetail
