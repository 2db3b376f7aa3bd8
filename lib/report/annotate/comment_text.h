// What a comment says: message and rule, remedy, suggested text.
#pragma once

#include <string>
#include <vector>

#include "model/review.h"

namespace dovetail::annotate {

/// The paragraphs of the comment on a finding, at most 60 words in all: the message with the rule's id in brackets, what to do, and "Suggested text:
/// …" where there is one; `before` stands in front of it all. What does not fit is cut, with "…" in its place.
std::vector<std::string> comment_text(const Review& review, const Finding& finding, const std::string& before);

}  // namespace dovetail::annotate
