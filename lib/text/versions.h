// Versions of documents and atoms: "v1.2", "12.0", "IR1.1", compared as dotted numbers.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dovetail {

/// Compares two versions as dotted numbers after a leading "v" or "version": 1.9 < 1.10, 12 = 12.0. Words in front of the numbers name a scheme
/// ("IR1.1", "vMHHS 1.1"): versions of different schemes, and text that is no version, cannot be compared.
std::optional<std::strong_ordering> compare_versions(std::string_view a, std::string_view b);

/// Compares two design releases by their place in `order`; a release that is not listed cannot be compared, unless the two are equal.
std::optional<std::strong_ordering> compare_releases(std::string_view a, std::string_view b, const std::vector<std::string>& order);

/// The version in a file's name ("XBSCP901_v0.3.docx" → "0.3"); empty where it has none.
std::string version_in_file_name(std::string_view path);

}  // namespace dovetail
