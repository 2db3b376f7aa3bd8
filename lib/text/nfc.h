// The two questions that normalising asks of Unicode's composition tables.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// NFC of UTF-8 text (UAX #15); malformed bytes become U+FFFD.
std::string nfc_of(std::string_view text);
/// Whether `character` never combines with what stands before it.
bool nfc_boundary_before(char32_t character);

}  // namespace dovetail
