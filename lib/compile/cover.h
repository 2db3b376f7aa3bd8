// What a workbook says about itself on its Cover and Version History sheets.
#pragma once

#include <string>
#include <vector>

#include "compile/sheet.h"

namespace dovetail {

struct Cover {
  std::string doc_number, title, version, status, release, date;  // empty where it does not say
};

/// Reads sheets named Cover and Version History (or the like): keys with their value to the right or below, and the newest row of the history
/// where the cover has no version.
Cover read_cover(const Document& document, const std::vector<Sheet>& sheets);

/// Whether the sheet is a cover, a version history or another page about the document: it holds no atoms.
bool is_front_sheet(const Document& document, const Sheet& sheet);

}  // namespace dovetail
