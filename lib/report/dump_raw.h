// The source of a workbook or CSV file as read, before any mapping: what `dump --raw` prints.
#pragma once

#include <string>

#include "model/document.h"

namespace dovetail {

/// One JSON object ("path", "format", then the keys of product.md section 5 for that kind of file), with a line end. Cells of a sheet are
/// ["B7", "s|n|d|b|e", "value"] in file order; hidden rows are numbers from 1, hidden columns letters. Empty for kinds that have no such form.
std::string raw_json(const Document& document);

}  // namespace dovetail
