// A provision as words, for reports that quote it whole.
#pragma once

#include "model/review.h"

namespace dovetail {

/// The innermost provision at a place, in the proposed view or, where that has none there, the baseline view; none in front matter and outside code
/// text.
Id<Provision> provision_of(const Review& review, Place place);

/// Its own words in a view, normalised, its lines joined by a line break, without the provisions below it; empty where the view has it not, or for no
/// provision.
std::string text_of(const Unit& unit, Id<Provision> provision, View view);

/// Its heading, or that of the nearest provision above it that has one; proposed before baseline.
std::string heading_of(const Unit& unit, Id<Provision> provision);

}  // namespace dovetail
