// Word processing documents of Office Open XML (ECMA-376, transitional and strict).
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// A Reader (read/readers.h). Both texts go side by side into the document; no view is chosen.
void read_docx(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
