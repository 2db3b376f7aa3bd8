// How a difference between two texts is told: both words in quotation marks, short enough for a message.
#pragma once

#include <string>

#include "model/review.h"

namespace dovetail {

/// The words in quotation marks, cut at a word where they are long.
std::string quoted(const std::string& words);

/// The two halves of a message: what happened, and what the text before has ("; v11.0 reads …").
struct Telling {
  std::string what, reads;
};

/// Tells one difference; `before` names the text before ("v11.0").
Telling telling_of(const Review& review, const Comparison& comparison, const Difference& difference, const std::string& before);

}  // namespace dovetail
