// Sentences that say what a phrase means without quotation marks around it.
#pragma once

#include <string_view>

#include "text/span.h"

namespace dovetail {

/// Whether the text explains the phrase where it stands: "such alarms are called Event Alarms", "the Comparable Day is the latest day of …", "a
/// Signing Officer is one whose …", "the Growth Volume shall be:" with a formula behind it, "a device that is not used is a Dormant Device", "the
/// Price Cap, being £5", "the Code of Conduct in Schedule 23", "an Order under the Planning Act 2008". `line` is the phrase's line and `next` the one
/// behind it, both normalised; [begin, end) is the phrase.
[[nodiscard]] bool is_explained(std::string_view line, std::uint32_t begin, std::uint32_t end, std::string_view next);

}  // namespace dovetail
