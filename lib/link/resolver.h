// Where a reference leads: to the text that it names, or in its own text from the inside out.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "link/find_number.h"
#include "text/pattern.h"

namespace dovetail {

/// Resolves the references of one unit in one view.
class Resolver {
 public:
  /// What a profile says in expressions, made ready once: the names of instruments outside the set, and the numbers that its Sections bear.
  struct Names {
    std::vector<Pattern> instruments, sections;
  };
  using NamesOfProfiles = std::map<const Profile*, Names>;

  Resolver(const Review& review, const DocumentIndex& documents, const LabelIndexes& labels, const NamesOfProfiles& names, Id<Unit> unit, View view);

  /// What becomes of a reference that stands in `from`.
  ReferenceLink resolve(Id<Unit> from, const Reference& reference) const;

 private:
  const LabelIndex& labels(Id<Unit> unit) const { return numbers_.labels(unit); }
  const Profile* profile_of(Id<Unit> unit) const { return numbers_.profile_of(unit); }

  /// The documents that a text means: a baseline, and the baseline view of a draft, cite other texts as they were before their drafts.
  Named named_in_time(std::string_view name, Id<Unit> from) const;
  std::vector<Id<Unit>> of_code_in_time(std::string_view code) const;

  /// "Condition 2" and "Article 3.1" are of another instrument, except in a text that has Conditions as divisions ("paragraph 2.1 of Condition 2") or
  /// calls its own numbers so ("these Articles").
  std::optional<Reference> as_own(Id<Unit> from, const Reference& reference) const;

  // -- another document, by its name

  ReferenceLink in_document(Id<Unit> from, const Reference& reference, ReferenceLink link) const;

  /// Whether a text is the body of an agreement whose own numbers, and no others, are cited by this word ("clause").
  bool is_body_for(Id<Unit> unit, const std::string& keyword) const;

  /// Whether a name is one of those that rules/instruments lists.
  bool is_outside(Id<Unit> from, std::string_view name) const;

  /// "Section W1.1.2 of the XBSC": the number of the Section of that letter, where that is loaded.
  std::optional<ReferenceLink> section_of_code(const std::string& code, const Reference& reference, ReferenceLink link) const;

  /// Whether a text that is one part of a code bears the code's own initials as its name ("CUSC"): other parts answer to it too.
  bool is_part_called_as_code(Id<Unit> unit, std::string_view name) const;

  /// "Clause 8.1 of this Code": in this text, or where this text is one part of the code, perhaps in another part.
  ReferenceLink in_this_code(Id<Unit> from, const Reference& reference, ReferenceLink link) const;

  // -- inside a named division

  ReferenceLink in_divisions(Id<Unit> unit, const Reference& reference, ReferenceLink link) const;

  /// The division of that name: of several ("Part A" of each Schedule) the one in `scope`, else the one beside the reference, else the first.
  Id<Provision> division_called(Id<Unit> unit, const std::string& name, Id<Provision> scope, Id<Provision> from) const;

  /// The innermost division of a kind ("schedule") that a reference stands in; none where the document itself is that.
  Id<Provision> around(Id<Unit> unit, const Reference& reference, const std::string& keyword) const;

  /// What is wanted of a document or division that has been found: nothing more, a division of it, or a number.
  ReferenceLink inside(Id<Unit> unit, Id<Provision> scope, const Reference& reference, ReferenceLink link) const;

  /// Whether a division is surely not there: the document has others of its kind, and kinds of that name stand in documents, not beside them.
  bool absent_division(Id<Unit> unit, std::string_view name) const;

  // -- its own document

  ReferenceLink own(Id<Unit> from, const Reference& reference, ReferenceLink link) const;

  /// "Section 3" in Section 5 of a code whose Sections are documents with numbers: that document; none where the text has a 3 itself.
  std::optional<ReferenceLink> section_beside(Id<Unit> from, const Reference& reference, ReferenceLink link) const;

  /// Where a schedule has paragraphs and the agreement has clauses, a clause is always the agreement's: its own text, or the document that is
  /// the body of its code.
  std::optional<Id<Unit>> body_of_agreement(Id<Unit> from, const Reference& reference) const;

  /// "Clause 36.4" in a schedule whose agreement was not read: the schedule's own 36.4 is a paragraph.
  bool belongs_to_body(Id<Unit> from, const Reference& reference) const;

  /// "footnote 4": numbered through the text, without those that show a sign of their own.
  ReferenceLink footnote(Id<Unit> from, const Reference& reference, ReferenceLink link) const;

  /// "Annex S-2", "Appendix 1", "Section K".
  ReferenceLink division(Id<Unit> from, const Reference& reference, ReferenceLink link) const;

  /// Of several divisions of one name ("Part 1" of the body and of a Schedule) the one beside the reference, else the next outward; none where two
  /// stand side by side there.
  Id<Provision> innermost(Id<Unit> unit, std::span<const Id<Provision>> found, Id<Provision> from) const;

  /// "Appendix A.1": a number of Appendix A, written A.1 there or 1. What is not found so is not checked.
  ReferenceLink numbered_in_division(Id<Unit> from, const Reference& reference, ReferenceLink link) const;

  /// "K5.4": a number of this text that bears a letter, or one of the Section of that letter.
  ReferenceLink lettered(Id<Unit> from, const Reference& reference, ReferenceLink link) const;

  /// "paragraph (a) above": looked for in the provision that it stands in and those around it. What is not found there is not checked.
  ReferenceLink relative(Id<Unit> from, const Reference& reference, ReferenceLink link) const;

  /// "the preceding paragraph": the one before of the kind that the keyword names, among those that stand in the same. Not checked where that is not
  /// sure: an item of a list may mean its neighbour or the number around it.
  ReferenceLink neighbour(Id<Unit> from, const Reference& reference, ReferenceLink link) const;

  const Review& review_;
  const DocumentIndex& documents_;
  const NamesOfProfiles& names_;
  View view_;
  NumberFinder numbers_;
  bool paragraphs_in_schedules_;
  std::set<std::string> own_plurals_;                                // keywords of other instruments that this text calls its own numbers by
  bool own_articles_;                                                // whether "Article 4" alone is this text's
  mutable std::map<std::pair<Id<Unit>, std::string>, Named> named_;  // what was asked for: a text cites the same few documents over and over
  bool past_;                                                        // whether the text speaks of what other texts were before their drafts
};

}  // namespace dovetail
