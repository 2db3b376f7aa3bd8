// Who refers to what: every reference to a provision, to a range of them, or to a whole document, in which view.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "report/reporters.h"

namespace dovetail {

/// How a reference touches what was asked for: it names it, something inside it, or something around it.
enum class RefRelation : std::uint8_t { itself, inside, around };

/// One place that refers to the target.
struct RefHit {
  Id<Unit> unit;
  Id<Reference> reference;
  Views views;
  RefRelation relation = RefRelation::itself;
  Outcome outcome = Outcome::resolved;  // in the proposed view, or in the baseline view where only that has it
};

/// What was asked for: a document, and the first and last provision of it where the target names any.
struct RefTarget {
  Id<Unit> unit;
  std::string first, last;  // labels; empty: the whole document
  std::string division;     // which division the labels are counted in ("Schedule 22"); empty: any
};

struct RefAnswer {
  std::string asked;
  std::vector<RefTarget> targets;  // several where every document has that number
  std::vector<RefHit> hits;        // in the order of the documents and their text
};

/// Finds who refers to `target`: "XBSCP901", "Section U 3.3", "XBSC K5.4", "Schedule 91 4.1 to 4.3", "paragraph 2 of Schedule 1", or a number alone,
/// which is looked for in every document. Fails when no document is called so, or none has that provision in either view; the error names what is
/// near.
[[nodiscard]] Result<RefAnswer> find_refs(const Review& review, const std::string& target);

/// For a terminal: a line for each place, the views it stands in, the words.
std::string refs_text(const Review& review, const RefAnswer& answer, const ReportOptions& options);

/// dovetail.refs/1: the targets, the references, and their counts by outcome ("found" is their sum).
std::string refs_json(const Review& review, const RefAnswer& answer, const ReportOptions& options);

}  // namespace dovetail
