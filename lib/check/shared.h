// Work that several rules need, done once by whoever needs it first.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "check/checks.h"
#include "check/line_search.h"
#include "check/linked_duties.h"
#include "check/siblings.h"
#include "check/term_likeness.h"

namespace dovetail {

/// Safe to ask from many threads: one does the work, the others wait for it.
class Shared {
 public:
  explicit Shared(const Review& review);

  /// TermLikeness::find of a unit of the review.
  const std::vector<LikeTerm>& like_terms(Id<Unit> unit);
  /// sibling_runs of a unit of the review.
  const std::vector<SiblingRun>& sibling_runs(Id<Unit> unit, View view);
  /// changed_lines of a unit of the review.
  const std::vector<std::uint32_t>& changed_lines(Id<Unit> unit);
  /// What atoms say beside the texts that their links lead to.
  const LinkedDuties& linked_duties();
  /// The lines of a unit's proposed view in which one of the expressions of a rule occurs: LineSearch::with.
  std::vector<std::uint32_t> lines_with(const std::vector<PatternSearch::Expression>& expressions, Id<Unit> unit);
  /// Does what the rules of the review are about to ask for of a unit that is judged: units side by side, where a rule would take one after another.
  void prepare(Id<Unit> unit);

 private:
  void search_lines(Id<Unit> unit);

  const Review& review_;
  std::once_flag prepared_;
  std::unique_ptr<TermLikeness> likeness_;
  std::unique_ptr<std::once_flag[]> searched_;
  std::vector<std::vector<LikeTerm>> like_terms_;
  std::unique_ptr<std::once_flag[]> run_together_;  // two of a unit, by view
  std::vector<std::vector<SiblingRun>> sibling_runs_;
  std::unique_ptr<std::once_flag[]> compared_;
  std::vector<std::vector<std::uint32_t>> changed_lines_;
  std::once_flag read_;
  std::unique_ptr<LinkedDuties> linked_duties_;
  LineSearch line_search_;
  std::unique_ptr<std::once_flag[]> looked_through_;
  std::vector<LineSearch::Lines> found_lines_;
};

/// What the rules of a run share; a check that runs alone has it to itself.
Shared& shared_work(const Review& review, Checked& checked);

}  // namespace dovetail
