// A document as plain lines, for comparing with an expected text.
#pragma once

#include <string>

#include "model/document.h"

namespace help {

using namespace dovetail;

/// Both views of all stories ("[footnote] 1.\ttext"), then what else was read, only those tables that have rows.
std::string describe(const Document& document);
/// The body of one view, a line per paragraph: number, tab, text; without the number where there is none.
std::string view_text(const Document& document, View view);

}  // namespace help
