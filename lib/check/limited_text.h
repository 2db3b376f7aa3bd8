// Text whose time limit the choreography gives in figures.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "model/finding.h"
#include "model/review.h"

namespace dovetail {

/// The rows and provisions that are linked to a time limit with a figure and have none themselves.
class LimitedText {
 public:
  explicit LimitedText(const Review& review);

  /// What the choreography says of the text that a finding stands in, as a note; null where nothing is linked or the text has its own figure.
  [[nodiscard]] const FindingNote* limit_of(const Finding& finding) const;

 private:
  void add(Id<Unit> unit, Id<Provision> provision, const FindingNote& note);

  const Review& review_;
  std::map<std::pair<Id<Unit>, Id<Provision>>, FindingNote> limits_;
  std::map<Id<Document>, Id<Unit>> unit_of_;
};

}  // namespace dovetail
