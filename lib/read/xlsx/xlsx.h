// XLSX and XLSM workbooks: one table per sheet.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads a workbook (ECMA-376-1 part 18, transitional and strict): every sheet is a TextTable with its stored cells only, however large a range it
/// declares. Values stand as text: numbers as the shortest digits that round-trip, dates (by number format, 1900 and 1904) as ISO 8601, booleans
/// TRUE and FALSE, formulas as their stored values. Never fails: a file that is no workbook gets one "input.unreadable" Problem.
void read_xlsx(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
