// A plain table as a workbook.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace dovetail {

/// One sheet with these heads and rows; no cell is a formula. `struck`: the rows, from 0 and sorted, whose words are struck through. Fails where no
/// temporary file can be written.
Result<std::string> table_xlsx(const std::string& name, const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows,
                               const std::vector<std::size_t>& struck = {});

}  // namespace dovetail
