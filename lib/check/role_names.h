// Which roles a FROM or TO cell names: "new Supplier(s) & LDSO", and which parties nobody knows.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// What a cell says of parties. Roles are keys: compare them, and ask RoleNames::shown for the name.
struct Parties {
  std::vector<std::string> roles;    // each once, in the order of the cell
  std::vector<std::string> unknown;  // names of parties that no table has, as written
  bool everyone = false;             // "All Parties"
  bool unclear = false;              // holds words that name no party ("its agent"), so that a role may be meant and not named

  [[nodiscard]] bool has(const std::string& role) const;
  [[nodiscard]] bool blank() const { return roles.empty() && unknown.empty() && !everyone && !unclear; }
};

/// A name that stands in a cell, or words beside names.
struct NamedPiece {
  std::string role;  // empty: words beside names
  std::string words;
  bool after_break = true;  // more than a space stands in front of it
  bool party = true;        // of words: all are capitalised
};

/// The roles of the roles register and of atoms of kind role. A role that a design names and no table has is its own only name.
class RoleNames {
 public:
  explicit RoleNames(const Review& review);

  /// Whether a table of roles was read.
  [[nodiscard]] bool has_table() const { return has_table_; }
  /// The key of the role that the words name as a whole, in any of its names and forms; empty where none has.
  [[nodiscard]] std::string role_of(std::string_view name) const;
  /// The name of a role as a text would write it.
  [[nodiscard]] std::string shown(const std::string& role) const;
  /// Reads a cell (any UTF-8). Forms like "new", "old", "(s)" are left out; "N/A" and "Internal Process" name nobody.
  [[nodiscard]] Parties read(std::string_view cell) const;
  /// The roles of a field of the design: codes or names split at ";", "," and line breaks, and at "and", "&" and "/" between names. "ALL" gives
  /// everyone.
  [[nodiscard]] Parties of_design(std::string_view field) const;
  /// Whether a role is the hub that passes messages on: named in `means` (a transport or METHOD), or a hub by its name.
  [[nodiscard]] bool is_transit(const std::string& role, std::string_view means) const;
  /// The role whose name ends directly in front of `end` in normalised text, and where it begins; empty where none does.
  [[nodiscard]] std::string role_before(std::string_view text, std::size_t end, std::size_t& begin) const;

 private:
  [[nodiscard]] std::vector<NamedPiece> pieces_of(const std::string& text) const;
  void add(const Record& record);
  void add_named(const std::string& value);
  void add_acronyms(const Unit& unit);
  [[nodiscard]] std::vector<std::string> listed(std::string_view value) const;
  [[nodiscard]] std::string role_in(const std::vector<std::string>& keys, std::size_t first, std::size_t& count) const;

  std::map<std::string, std::string, std::less<>> role_of_;  // by the key of each name
  std::map<std::string, std::string> shown_;
  std::size_t longest_ = 1;  // words of a name
  bool has_table_ = false;
};

}  // namespace dovetail
