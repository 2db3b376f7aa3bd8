// What a workbook says about itself on its Cover and Version History sheets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compile/sheet.h"

namespace dovetail {

struct Cover {
  std::string doc_number, title, version, status, release, date;  // empty where it does not say
};

/// Reads sheets named Cover and Version History (or the like): keys with their value to the right or below, and the newest row of the history
/// where the cover has no version.
Cover read_cover(const Document& document, const std::vector<Sheet>& sheets);

/// Takes a name and its value ("Document version", "1.2") into the cover where the name is one of a cover's and has no value yet.
void put_cover(std::string_view name, const std::string& value, Cover& cover);

/// Whether the sheet is a cover, a version history or another page about the document: it holds no atoms.
bool is_front_sheet(const Document& document, const Sheet& sheet);

}  // namespace dovetail
