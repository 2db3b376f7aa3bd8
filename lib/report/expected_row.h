// The timetable row that the design implies for a step, beside the row that was drafted.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/review.h"

namespace dovetail {

struct ShownRow {
  std::string ref, when, action, from, to, information, method;
};

struct ExpectedRow {
  ShownRow expected;
  std::vector<std::pair<std::string, ShownRow>> drafted;  // document and row
};

/// Looks the design up once; answers for each step in the time of its own rows.
class ExpectedRows {
 public:
  explicit ExpectedRows(const Review& review);

  /// For a process step: who does what for whom, by the process, else by the catalogue; when, by the choreography; with which message, by the
  /// catalogue. What the design does not say is empty. The drafted rows are those that carry it.
  [[nodiscard]] ExpectedRow of(const AtomCoverage& step) const;

 private:
  [[nodiscard]] std::string roles(std::string_view cell) const;

  const Review& review_;
  std::map<std::string, std::string> limits_;                                    // by step
  std::map<std::string, std::string> messages_, methods_, senders_, receivers_;  // by interface, whichever artefact says it
  std::map<std::pair<Id<Document>, std::string>, const TimetableRow*> rows_;
};

/// One line: "REF 3.1.4 | WHEN Within 1 WD of exchange | …"; blanks are "–".
std::string row_line(const ShownRow& row);

}  // namespace dovetail
