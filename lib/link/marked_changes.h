// What a draft changes by its marks, tracked or manual: words first, then provision by provision.
#pragma once

#include "model/comparison.h"
#include "model/document.h"
#include "model/review.h"

namespace dovetail {

/// The marks of one draft. Words of deletions and insertions that touch are one change; comments are left out.
DraftChanges draft_changes(const Document& document, const Unit& unit, Id<Unit> id);

/// The marks of every draft, in order of the inputs.
std::vector<DraftChanges> link_draft_changes(const Review& review, unsigned threads);

}  // namespace dovetail
