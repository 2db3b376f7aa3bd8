// Where the terms of a document come from, and whether all of that was read.
#pragma once

#include <string>

#include "model/review.h"

namespace dovetail {

/// The document that terms of `unit` come from and that was not read, as the profile's expression or the text names it; empty when the whole chain
/// is loaded.
std::string missing_import(const Review& review, const Unit& unit, const Profile* profile);

/// A profile's expression as a reader would say it: "(?:X?SEC )?Section A" is "Section A".
std::string readable(const std::string& expression);

}  // namespace dovetail
