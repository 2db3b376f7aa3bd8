// One document of the reading view, paragraph by paragraph.
#pragma once

#include <string>

#include "model/review.h"
#include "report/html/elements.h"

namespace dovetail::html {

/// The body in its order, tables as tables; then notes, comments, headers and the like, each under a heading.
std::string story_of(const Review& review, Id<Unit> unit, PageRoom& room);

}  // namespace dovetail::html
