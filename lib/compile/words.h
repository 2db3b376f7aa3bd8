// The words of a text as numbers, once for both views: what defined terms are matched against.
#pragma once

#include "compile/common_lines.h"
#include "model/document.h"
#include "model/unit.h"

namespace dovetail {

/// Fills unit.words and unit.forms. A word that stands at the same bytes in both views is one word; headers, footers, comments and contents
/// pages are left out. unit.views and provisions are filled before.
void compile_words(const Document& document, const CommonLines& common, Unit& unit);

}  // namespace dovetail
