// What a draft does to one run of its text: for every format that shows both texts at once.
#pragma once

#include "model/projection.h"

namespace dovetail {

/// nowhere: inserted, then deleted; in neither text.
enum class RunMark : std::uint8_t { none, inserted, deleted, nowhere };

/// The mark of a run that stands in `paragraph`; a row or cell that is inserted or deleted marks all that stands in it.
RunMark mark_of(const Document& document, const Paragraph& paragraph, const Run& run);

}  // namespace dovetail
