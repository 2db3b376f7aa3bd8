// References that lead into a provision, not to one of its own: "8.15.8(b)" where 8.15.8 says "(a) … (b) …" in one sentence.
#pragma once

#include <string>

#include "report/html/elements.h"

namespace dovetail::html {

/// The anchor of the paragraph that holds what a resolved reference without a target means: the item of a running sentence, or the first number below
/// one that has no line of its own ("3.2" where the text begins with 3.2.1). Empty where that is not told, or not shown.
std::string anchor_inside(const Review& review, const Reference& reference, const ReferenceLink& link, View view);

}  // namespace dovetail::html
