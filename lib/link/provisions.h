// Gives every reference its outcome in each view.
#pragma once

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "link/documents.h"
#include "model/review.h"

namespace dovetail {

/// The links of all references of all code texts, baselines too: [unit][view][reference]. Design and registers have none.
std::vector<std::array<std::vector<ReferenceLink>, 2>> link_references(const Review& review, const DocumentIndex& documents, unsigned threads);

/// The provisions of a unit, which outlives it, by their labels in one view. What it finds stands in the order of the text.
class LabelIndex {
 public:
  LabelIndex(const Unit& unit, View view);
  LabelIndex(LabelIndex&&) = default;
  LabelIndex(const LabelIndex&) = delete;
  LabelIndex& operator=(LabelIndex&&) = delete;
  LabelIndex& operator=(const LabelIndex&) = delete;
  ~LabelIndex() = default;

  /// Those that bear the label in a scope (none: the document outside every restarting division).
  [[nodiscard]] std::span<const Id<Provision>> find(Id<Provision> scope, std::string_view label) const;
  /// Those that bear the label in any scope.
  [[nodiscard]] std::span<const Id<Provision>> anywhere(std::string_view label) const;
  /// Whether some provision lies below the label ("3.2" when only 3.2.1 is there), in that scope.
  [[nodiscard]] bool has_below(Id<Provision> scope, std::string_view label) const;
  /// How many numbered provisions the view has: none means that its numbers could not be read.
  [[nodiscard]] std::size_t numbered() const { return numbered_; }
  /// Whether its numbering was read, so that a number that is not there is not there: it has several numbers, or few among a glossary's entries.
  [[nodiscard]] bool is_trusted() const { return numbered_ >= 2 || (numbered_ > 0 && entries_ >= 3); }
  /// Whether the document has divisions with this keyword ("appendix"), folded.
  [[nodiscard]] bool has_divisions(std::string_view keyword) const;
  /// Whether a division ("Chapter 9", "Article VII") comes behind all of its kind: the document has three or more, which count on from the first
  /// without a gap, and it is none of them nor far behind the last.
  [[nodiscard]] bool ends_before_division(std::string_view name) const;
  /// Whether numbered provisions bear these letters in front of their number ("A" of A1.1).
  [[nodiscard]] bool has_letters(std::string_view letters) const { return letters_.contains(letters); }
  /// Whether the document is an extract that does not reach to this number: its first number is not 1 ("35.1", or 6.1 of a Section 6), and what is
  /// wanted ("9.2", "2.15.2") begins with a number before its first or behind its last.
  [[nodiscard]] bool begins_behind_or_ends_before(std::string_view label) const;
  /// Whether its first number is not 1.
  [[nodiscard]] bool begins_late() const { return first_ > 1; }
  /// Whether it is an extract that does reach to this number.
  [[nodiscard]] bool is_extract_with(std::string_view label) const;
  /// Whether a number that is not there may stand in what is not shown: the first number of the part that the text begins with (a Section of its own)
  /// is not 1, and the wanted one begins with a number before its first or behind its last, or goes on in a row whose heading is not there ("3.4"
  /// where the text begins with 3.1).
  [[nodiscard]] bool is_left_out(std::string_view label) const;
  /// The existing label that is nearest before the wanted one ("9.3" for "9.4"); empty for none.
  [[nodiscard]] std::string nearest(Id<Provision> scope, std::string_view label) const;

 private:
  struct Row {
    Id<Provision> scope;
    std::uint64_t first = 0;  // the first eight bytes of the key, in the order of its bytes: nearly all keys differ there
    std::string_view key;
    Row(Id<Provision> in, std::string_view label);
    [[nodiscard]] std::size_t hash() const;
    [[nodiscard]] bool is_same(const Row& other) const { return scope == other.scope && first == other.first && key == other.key; }
    friend bool operator<(const Row& a, const Row& b) {
      return a.scope != b.scope ? a.scope < b.scope : a.first != b.first ? a.first < b.first : a.key < b.key;
    }
  };
  /// Rows sorted by scope and key, and the provision of each. Of a look-up without scopes every scope is none.
  struct Sorted {
    std::vector<Row> rows;
    std::vector<Id<Provision>> ids;
    std::vector<std::uint32_t> slots;  // where the rows of a key begin, by its hash: one more than the index, 0 for free; a power of two of them
    [[nodiscard]] std::span<const Id<Provision>> find(const Row& wanted) const;
  };
  static Sorted sorted(const std::vector<Row>& rows, const std::vector<Id<Provision>>& ids);

  std::deque<std::string> folded_;  // keys that are no label as it stands
  Sorted by_scope_, by_label_;
  std::map<std::string, std::size_t, std::less<>> division_keywords_;
  std::set<std::string, std::less<>> letters_;
  std::size_t numbered_ = 0, entries_ = 0;
  std::uint32_t first_ = 0, last_ = 0;              // of the numbers outside restarting divisions, their first part; 0 for none
  std::uint32_t first_shown_ = 0, last_shown_ = 0;  // the same of those in the scope that the first number stands in
};

/// [unit][view]; one for both views where the unit has no changes.
using LabelIndexes = std::vector<std::array<std::shared_ptr<const LabelIndex>, 2>>;

}  // namespace dovetail
