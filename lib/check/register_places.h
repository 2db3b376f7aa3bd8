// What the rules of registers share: which draft a row means, which of its provisions, and what the draft did to them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// Whether any register of the project has a row of this kind ("comments", "changes").
bool has_records(const Review& review, std::string_view kind);

/// The texts of a review by the names that registers give them.
class RegisterPlaces {
 public:
  explicit RegisterPlaces(const Review& review);

  /// The drafts and live texts of that id or alias, of the code where one is given.
  [[nodiscard]] std::vector<Id<Unit>> units(std::string_view document, std::string_view code) const;
  /// The provisions of a cell ("3.1.4; 4.1", "2.1 and 2.2"), as the proposed view labels them; what is no label, or not there, is left out.
  [[nodiscard]] std::vector<Id<Provision>> provisions(Id<Unit> unit, std::string_view cell);
  /// Whether a draft's changes are known: it has marks, or a baseline that it was compared with.
  [[nodiscard]] bool changes_known(Id<Unit> unit) const;
  /// Whether the draft changed, added or deleted the provision, one below it, or (where it stands) all around it.
  [[nodiscard]] bool is_touched(Id<Unit> unit, Id<Provision> provision) const;

 private:
  const Review& review_;
  std::map<std::string, std::vector<Id<Unit>>> by_name_;
  std::map<Id<Unit>, std::multimap<std::string, Id<Provision>>> labels_;
  std::set<std::pair<Id<Unit>, Id<Provision>>> touched_;  // with all that stand above
  std::set<std::pair<Id<Unit>, Id<Provision>>> added_;
};

/// The single labels of a cell: "3.1.4; 4.1", "2.1(b), 2.2 and 3".
std::vector<std::string> labels_in_cell(std::string_view cell);

/// The stage of a text: its own, else the project's.
std::string stage_of(const Review& review, Id<Unit> unit);

/// Where a value stands in the row of a record: its cell, else the record's own span.
Span span_of_value(const Review& review, Id<Unit> unit, const Record& record, std::string_view value);

/// "A, B and 3 more": at most `most` names.
std::string some_of(const std::vector<std::string>& names, std::size_t most = 6);

}  // namespace dovetail
