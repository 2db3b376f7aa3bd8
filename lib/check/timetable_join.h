// Which timetable rows carry which step of the design: by the trace register, or by interface and roles.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// A row of a draft.
struct RowAt {
  Id<Unit> unit;
  Id<TimetableRow> row;
  friend auto operator<=>(const RowAt&, const RowAt&) = default;
};

/// What equals for two spellings of an id: "IF-901" and "if 901".
std::string id_key(std::string_view id);

class TimetableJoin {
 public:
  explicit TimetableJoin(const Review& review);

  /// The rows, in the proposed view, that the register links to the atom.
  [[nodiscard]] std::vector<RowAt> traced(std::string_view atom_id) const;
  /// The rows whose information names the interface, whose FROM is the sender and whose TO has a receiver.
  [[nodiscard]] std::vector<RowAt> carrying(std::string_view interface_id, std::string_view sender, std::string_view receivers) const;
  /// The atoms that the register links to the row, as id_key.
  [[nodiscard]] std::vector<std::string> atoms_of(RowAt row) const;
  /// The row of that REF in a unit, proposed view; of several the first.
  [[nodiscard]] const TimetableRow* row_named(Id<Unit> unit, std::string_view ref) const;
  /// Whether the text names the interface, at word edges, in any spelling.
  [[nodiscard]] bool names_interface(const TimetableRow& row, std::string_view interface_id) const;

 private:
  void index_rows();
  void index_traces();
  [[nodiscard]] std::vector<Id<Unit>> units_named(std::string_view document) const;

  const Review& review_;
  std::vector<RowAt> rows_;  // of drafts, in the proposed view
  std::map<std::pair<Id<Unit>, std::string>, std::vector<RowAt>> by_ref_;
  std::map<std::string, std::vector<RowAt>> by_atom_;
  std::map<RowAt, std::vector<std::string>> atoms_;
  std::map<std::string, std::vector<RowAt>> by_id_;  // of each id-like word of the information cell
};

}  // namespace dovetail
