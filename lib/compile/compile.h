// From a Document to a Unit: what one file means alone. Pure; one file at a time.
#pragma once

#include "model/document.h"
#include "model/review.h"
#include "model/unit.h"

namespace dovetail {

/// Compiles what `input` says the document is: code text by its profile, design exports and registers by their mapping.
Unit compile(const Document& document, const Input& input);

}  // namespace dovetail
