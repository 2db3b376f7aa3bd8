// The code text that the links of an atom lead to: provisions and rows, with their words.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/timetable_join.h"
#include "model/review.h"

namespace dovetail {

/// One provision or row that carries an atom in a code.
struct LinkedText {
  Id<Unit> unit;
  Id<Provision> provision;
  const TimetableRow* row = nullptr;  // where the provision is a row of a timetable
  Id<TimetableRow> row_id;
  Span lines;           // of the proposed projection's text: the provision with all below it
  std::string via;      // the atom through which it carries, when not directly
  bool likely = false;  // joined by shape alone, and by nobody's word
};

class LinkedTexts {
 public:
  explicit LinkedTexts(const Review& review);

  /// The texts of drafts that an entry's links lead to, each provision once, in the order of the links. Links that lead nowhere or to several places
  /// are left out.
  [[nodiscard]] std::vector<LinkedText> of(const AtomCoverage& entry) const;
  /// The words of a text as the proposed view shows them.
  [[nodiscard]] std::string_view words(const LinkedText& text) const;

 private:
  const Review& review_;
  std::map<Id<Document>, Id<Unit>> unit_of_;
  std::map<std::pair<Id<Unit>, Id<Provision>>, Id<TimetableRow>> rows_;
};

}  // namespace dovetail
