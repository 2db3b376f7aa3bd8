// What the rules of references and structure go through: drafts, their references, and what each was in the baseline.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// The drafts whose text was read, in the order of the inputs.
std::vector<Id<Unit>> judged_units(const Review& review);

/// A reference of the proposed view of a draft with what became of it.
struct JudgedReference {
  Id<Unit> unit_id;
  const Unit& unit;
  Id<Reference> id;
  const Reference& reference;
  const ReferenceLink& link;  // in the proposed view
};

/// The references of the proposed views of all drafts, without those that stand in history, quotations and the like. Whoever finds fault with one
/// asks speaks_of_the_past first.
std::vector<JudgedReference> judged_references(const Review& review);

/// A reference as it was before the draft: in its own baseline view, or in the separate baseline that the draft names.
struct ReferenceBefore {
  Id<Unit> unit;
  View view = View::baseline;
  const Reference* reference = nullptr;  // none: it is new
  const ReferenceLink* link = nullptr;
};

/// What the drafts' references were before. Built once for a rule; answers in logarithmic time.
class BaselineReferences {
 public:
  explicit BaselineReferences(const Review& review);
  [[nodiscard]] ReferenceBefore of(const JudgedReference& judged) const;
  /// The provision of the draft that a provision of the text before has become; none where it is gone or was not aligned.
  [[nodiscard]] Id<Provision> now(Id<Unit> draft, const ReferenceBefore& before, Id<Provision> provision) const;
  /// The draft that names a text as its baseline, where the two were aligned; none for other texts.
  [[nodiscard]] Id<Unit> draft_of(Id<Unit> baseline) const;
  /// Where a provision that a draft's own marks take out is put in again with the same words, under whatever number; none where nothing is, or
  /// several are.
  [[nodiscard]] Id<Provision> moved(Id<Unit> draft, Id<Provision> provision) const;

 private:
  /// A draft without revisions and the text that it names as its baseline.
  struct Aligned {
    Id<Unit> before;
    std::map<std::uint32_t, std::uint32_t> line_before, line_now;                    // by the other's line
    std::multimap<std::pair<std::uint32_t, std::string>, Id<Reference>> references;  // of the text before: line and words
    std::multimap<std::uint32_t, Id<Provision>> provisions;                          // of the draft, by their first line
  };
  void align(Id<Unit> draft, const Comparison& comparison);

  const Review& review_;
  std::map<Id<Unit>, Aligned> aligned_;
  mutable std::map<Id<Unit>, std::map<Id<Provision>, Id<Provision>>> moved_;  // of the drafts that were asked for: most rules ask for none
};

/// The words of the proposed view in front of a reference, folded, back to the start of its sentence or line; at most `most` bytes.
std::string words_before(const Unit& unit, Span span, std::size_t most);

/// "formerly paragraph 3", "previously paragraph 3": said of what was.
bool speaks_of_the_past(const Unit& unit, const Reference& reference);

/// Letters and digits of a heading or title, folded, single spaces: for comparing without punctuation and case.
std::string bare_title(std::string_view title);

}  // namespace dovetail
