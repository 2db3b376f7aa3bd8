// What a reviewer works through: one row for each provision that a draft changes.
#pragma once

#include <string>
#include <vector>

#include "model/review.h"

namespace dovetail::worksheet {

struct Row {
  Id<Unit> unit;
  Id<Provision> provision;
  std::string document, label, before_label, heading, change;
  std::string baseline, proposed;  // the words of either text
  std::string design;              // the words of each atom that it carries, with id and version
  std::string sla, sender, receivers;
  std::string changes;     // the CRs, DINs and modifications behind it
  std::string comments;    // of the comments register, those not closed
  std::string cited_by;    // provisions that refer to it
  std::string live;        // what the text in force now did to it since the baseline; empty where it did nothing or is not read
  std::string findings;    // not waived
  std::string text_key;    // of both texts: another one means that the provision has changed since it was decided on
  std::string design_key;  // of the design's words; empty where it carries none
  // Where an earlier worksheet was read back:
  std::string since;     // what has become of it since then: "text changed", "unchanged"; empty where none was read
  std::string earlier;   // a decision that no longer holds, with who and when
  bool decided = false;  // a decision holds, and is this:
  std::string decision, reviewer, decided_on;
};

/// The rows of all drafts, in order of the inputs and their texts. Provisions that are only renumbered, or differ only in how they print, are left
/// out.
std::vector<Row> rows_of(const Review& review);

}  // namespace dovetail::worksheet
