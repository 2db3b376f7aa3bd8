// Packages made in tests: a ZIP with stored parts, from names and texts.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace help {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive holding the parts, not compressed.
std::string zip_of(const Parts& parts);

/// A workbook with one sheet "Data" whose <worksheet> content is `sheet`; further parts (styles, shared strings) are related by their names.
std::string workbook_of(const std::string& sheet, const Parts& more = {}, const std::string& workbook_properties = {});

}  // namespace help
