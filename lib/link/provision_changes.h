// What became of each provision between two texts: the same, renumbered, changed, moved, new or gone.
#pragma once

#include <utility>
#include <vector>

#include "link/alignment.h"
#include "link/compared_lines.h"
#include "model/comparison.h"

namespace dovetail {

/// Pairs the provisions of two aligned texts: by their first lines, else by most of their lines, else by their numbers; a provision is a partner
/// once.
class ProvisionPairs {
 public:
  ProvisionPairs(const ComparedText& before, const ComparedText& after, const Aligned& aligned);

  /// The provision of the text after that a provision of the text before is, or the reverse; none where it is in one text alone.
  [[nodiscard]] Id<Provision> after_of(Id<Provision> before) const { return before ? after_of_[before.value] : Id<Provision>(); }
  [[nodiscard]] Id<Provision> before_of(Id<Provision> after) const { return after ? before_of_[after.value] : Id<Provision>(); }
  /// The innermost provision that a line of either projection belongs to; none in front matter.
  [[nodiscard]] Id<Provision> before_owner(std::uint32_t line) const { return line < before_owner_.size() ? before_owner_[line] : Id<Provision>(); }
  [[nodiscard]] Id<Provision> after_owner(std::uint32_t line) const { return line < after_owner_.size() ? after_owner_[line] : Id<Provision>(); }

 private:
  std::vector<Id<Provision>> before_owner_, after_owner_;
  std::vector<Id<Provision>> after_of_, before_of_;
};

/// All provisions of both texts, in order of the text after, deleted ones where they stood. Texts, spans and differences are filled for those whose
/// fate is not `same`. Differences outside every provision are gathered in one entry without ids, first.
std::vector<ProvisionChange> provision_changes(const ComparedText& before, const ComparedText& after, const Aligned& aligned);

/// Provisions of both texts whose automatic numbers differ: before, after, in order of the text after.
std::vector<std::pair<Id<Provision>, Id<Provision>>> renumbered_provisions(const ComparedText& before, const ComparedText& after,
                                                                           const Aligned& aligned);

}  // namespace dovetail
