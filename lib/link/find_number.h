// Finds a number where a reference may mean it: in its division, around it, in the rest of the text, in another part of its code.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "link/provisions.h"

namespace dovetail {

constexpr std::size_t trusted_numbers = 2;  // with fewer the numbering was not read, and nothing is missing

/// The link with its outcome.
ReferenceLink with(ReferenceLink link, Outcome outcome);

/// Whether a keyword is none that this kind of document cites its own numbers by: then a number that is not here may be elsewhere.
bool is_foreign_keyword(const Profile& profile, const std::string& keyword);

/// Whether contracts and statutes call the numbers of their body so ("clause 6.3", "section 2(1)"), and those of their Schedules "paragraph".
bool is_word_of_bodies(std::string_view keyword);

/// Looks for numbers in one view of all texts.
class NumberFinder {
 public:
  NumberFinder(const Review& review, const DocumentIndex& documents, const LabelIndexes& labels, View view)
      : review_(review), documents_(documents), labels_(labels), view_(view) {}

  /// The number that a reference wants, from `scope` outward; of a range both its ends. A number that is not there is missing only where the
  /// numbering was read and the keyword means a number in this kind of document; else it is not checked.
  [[nodiscard]] ReferenceLink find(Id<Unit> unit, Id<Provision> scope, const Reference& reference, ReferenceLink link) const;
  /// The outcome of what was found: one provision, several, or one that is not used.
  [[nodiscard]] ReferenceLink found_in(Id<Unit> unit, std::span<const Id<Provision>> provisions, ReferenceLink link) const;
  /// Whether the baseline has the provision and the proposed text has it nowhere: struck out, not renumbered.
  [[nodiscard]] bool was_deleted(Id<Unit> unit, const std::string& label) const;
  /// Whether the own lines of a provision have an item that is no provision: "(b)" of "… (a) … and (b) …" in one sentence.
  [[nodiscard]] bool says_in_sentence(Id<Unit> unit, Id<Provision> provision, const std::string& item) const;
  /// Whether what is not found is not there.
  [[nodiscard]] bool numbers_known(Id<Unit> unit) const { return !review_.units[unit].lost.numbers && !review_.units[unit].lost.text; }

  [[nodiscard]] const LabelIndex& labels(Id<Unit> unit) const { return *labels_[unit.value][index(view_)]; }
  [[nodiscard]] const Profile* profile_of(Id<Unit> unit) const { return review_.inputs[unit.value].profile; }

 private:
  [[nodiscard]] ReferenceLink one(Id<Unit> unit, Id<Provision> scope, const Reference& reference, const std::string& label, ReferenceLink link) const;
  [[nodiscard]] ReferenceLink in_another_extract(Id<Unit> unit, const Reference& reference, const std::string& label, ReferenceLink link) const;
  [[nodiscard]] std::string as_nested_lists(Id<Unit> unit, const std::string& label) const;
  [[nodiscard]] bool is_numbered_as(Id<Unit> unit, Id<Provision> scope, const Reference& reference, const std::string& label) const;
  [[nodiscard]] bool means_body(Id<Unit> unit, const Reference& reference) const;
  [[nodiscard]] std::vector<Id<Provision>> scopes_outward(Id<Unit> unit, Id<Provision> scope) const;
  [[nodiscard]] bool inside_running_text(Id<Unit> unit, Id<Provision> scope, const std::string& label) const;
  [[nodiscard]] bool counts_own_sections(Id<Unit> unit) const;
  [[nodiscard]] bool may_be_left_out(Id<Unit> unit, const Reference& reference, const std::string& label) const;
  [[nodiscard]] bool checkable(Id<Unit> unit, const Reference& reference, const std::string& label) const;

  const Review& review_;
  const DocumentIndex& documents_;
  const LabelIndexes& labels_;
  View view_;
  mutable std::map<Id<Unit>, bool> own_sections_, parts_shown_;  // of the texts that were asked for
};

}  // namespace dovetail
