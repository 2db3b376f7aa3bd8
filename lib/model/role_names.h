// The roles of the project in all their names, and which of them a cell, a field of the design or a sentence names.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/unit.h"

namespace dovetail {

struct Review;

/// What a cell says of parties. Roles are keys: compare them, and ask RoleNames::shown for the name.
struct Parties {
  std::vector<std::string> roles;    // each once, in the order of the cell
  std::vector<std::string> unknown;  // names of parties that no table has, as written
  bool everyone = false;             // "All Parties"
  bool unclear = false;              // holds words that name no party ("its agent"), so that a role may be meant and not named

  [[nodiscard]] bool has(const std::string& role) const;
  /// Whether some role is of both, or one of them is everyone.
  [[nodiscard]] bool meets(const Parties& others) const;
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
  RoleNames() = default;
  explicit RoleNames(const Review& review);

  /// Whether a table of roles was read.
  [[nodiscard]] bool has_table() const { return !table_roles_.empty(); }
  /// The key of the role that the words name as a whole, in any of its names and forms; empty where none has.
  [[nodiscard]] std::string role_of(std::string_view name) const;
  /// The role whose name begins at word `first`, the longest of them, and how many words it takes; empty where none does. `keys` are the words' stems
  /// (stem_of), so that a text is read once and not for each name that may stand in it.
  [[nodiscard]] std::string role_at(const std::vector<std::string_view>& keys, std::size_t first, std::size_t& count) const;
  /// Whether some name begins with the word of that stem: where none does, role_at need not be asked.
  [[nodiscard]] bool may_begin(std::string_view stem) const;
  /// How many words the longest name has.
  [[nodiscard]] std::size_t longest_name() const { return longest_; }
  /// The name of a role as a text would write it ("Metering Service").
  [[nodiscard]] std::string shown(const std::string& role) const;
  /// The name of a role as a design would write it: what its table has first ("MSVC").
  [[nodiscard]] std::string short_name(const std::string& role) const;
  /// All names of a role, as they are written.
  [[nodiscard]] std::vector<std::string> names_of(const std::string& role) const;
  /// Reads a cell (any UTF-8). Forms like "new", "old", "(s)" are left out; "N/A" and "Internal Process" name nobody.
  [[nodiscard]] Parties read(std::string_view cell) const;
  /// The roles of a field of the design: codes or names split at ";", "," and line breaks, and at "and", "&" and "/" between names. "ALL" gives
  /// everyone.
  [[nodiscard]] Parties of_design(std::string_view field) const;
  /// The receivers of a field of the design, with ALL as every role of the table but the senders; everyone where no table was read.
  [[nodiscard]] Parties receivers(std::string_view field, const Parties& senders) const;
  /// The roles whose names stand in running text (any UTF-8), of names within names the longest.
  [[nodiscard]] std::set<std::string> standing_in(std::string_view text) const;
  /// Whether a role is the hub that passes messages on: named in `means` (a transport or METHOD), or a hub by its name.
  [[nodiscard]] bool is_transit(const std::string& role, std::string_view means) const;
  /// The role whose name ends directly in front of `end` in normalised text, and where it begins; empty where none does.
  [[nodiscard]] std::string role_before(std::string_view text, std::size_t end, std::size_t& begin) const;

 private:
  [[nodiscard]] std::vector<NamedPiece> pieces_of(const std::string& text) const;
  void add(const Record& record);
  void add_fields(const Review& review);
  void add_named(const std::string& value);
  void add_acronyms(const Unit& unit);
  [[nodiscard]] std::vector<std::string> listed(std::string_view value) const;
  [[nodiscard]] std::vector<std::string> roles_meant(std::string_view name) const;

  std::map<std::string, std::string, std::less<>> role_of_;  // by the key of each name
  std::map<std::string, std::string> shown_;
  std::map<std::string, std::vector<std::string>> names_;  // as the tables have them
  std::vector<std::string> table_roles_;                   // in the order of the tables
  std::size_t longest_ = 1;                                // words of a name
};

}  // namespace dovetail
