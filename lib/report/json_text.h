// Strings from inputs as JSON values. Only this room names nlohmann-json.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "model/corpus.h"

namespace dovetail {

using Json = nlohmann::ordered_json;  // keys in the order of the documentation

/// The string, or null where it is empty.
inline Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// Finished JSON with a line break at its end: valid UTF-8 (bad bytes become U+FFFD), nothing in it that acts on a terminal.
std::string finished(const Json& json);

/// The counts of each coverage status, in the order of rules.md.
Json coverage_summary(const std::array<std::size_t, coverage_status_count>& counts);

}  // namespace dovetail
