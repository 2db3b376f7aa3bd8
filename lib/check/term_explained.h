// Sentences that say what a phrase means without quotation marks around it.
#pragma once

#include <string_view>

#include "text/span.h"

namespace dovetail {

/// Whether the text explains the phrase where it stands: "such alarms are called Event Alarms", "the Comparable Day is the latest day of …", "a
/// Signing Officer is one whose …", "the Growth Volume shall be:" with a formula behind it. `line` is the phrase's line and `next` the one behind it,
/// both normalised; [begin, end) is the phrase.
[[nodiscard]] bool is_explained(std::string_view line, std::uint32_t begin, std::uint32_t end, std::string_view next);

}  // namespace dovetail
