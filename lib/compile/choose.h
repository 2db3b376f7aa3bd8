// Which mapping a table is, judged by its headers and by what stands under them.
#pragma once

#include <vector>

#include "compile/header.h"
#include "compile/sheet.h"

namespace dovetail {

/// How the ids under a header agree with the kind of atom that a mapping gives.
struct IdVerdict {
  std::size_t own = 0, other = 0, none = 0;  // ids of the right family, of another, of none that is known
  [[nodiscard]] bool agrees() const { return own > other + none; }
  [[nodiscard]] bool contradicts() const { return other > own; }
  std::size_t alike = 0;  // of those in the mapping's own column: distinct ids of its most frequent scheme
};

/// Looks at the ids in the first rows below the header.
IdVerdict judge_ids(const Document& document, const Sheet& sheet, const HeaderFit& fit);

/// Of those mappings that fit whole and by two fields at least, the best: sheets that a mapping names prefer it, then ids of its kind, then the
/// number of fields. A mapping whose ids are of another kind of atom is none, unless no other fits and four headers are its own: another programme
/// may spell its ids so. Empty where nothing fits.
HeaderFit choose_fit(const Document& document, const Sheet& sheet, const HeaderRows& rows, const std::vector<const Mapping*>& mappings);

}  // namespace dovetail
