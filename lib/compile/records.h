// Rows below a header as records of named fields.
#pragma once

#include <vector>

#include "compile/header.h"
#include "compile/sheet.h"
#include "model/unit.h"

namespace dovetail {

/// The records of a sheet under the header that `fit` found. Cells are read as the mapping says: ids canonical, several values joined by ";", dates
/// ISO. Blank is an empty field (unknown), "N/A" stays "N/A". Blank rows, repeated headers and headings inside the table are left out; struck and
/// hidden rows are flagged. Dates that cannot be become problems.
std::vector<Record> read_records(const Document& document, const Sheet& sheet, const HeaderFit& fit, std::vector<Problem>& problems);

}  // namespace dovetail
