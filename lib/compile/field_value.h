// What a cell, property or attribute says, as the value of a field.
#pragma once

#include <string>
#include <string_view>

#include "model/mapping.h"

namespace dovetail {

/// The value of `text` as `field` is to be read: ids canonical ("IF-901 to IF-903" is three), several values joined by ";", white space squeezed.
/// Blank is empty (unknown), whatever says that the field does not apply is "N/A". Dates stay as written.
std::string field_value(const MappedField& field, std::string_view text);

}  // namespace dovetail
