// OpenAPI descriptions and JSON Schemas as data items, values, interfaces and what they hold.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Adds the atoms of a schema file's nodes (read/openapi/openapi.h): a data item for each id in an "x-" key, title or description, its enumeration as
/// values, an interface for each schema that names one, and its data items with block and optionality. Fields without an id go to Unit::unnamed
/// under their own name, so that a catalogue can join them by it.
void compile_schemas(const Document& document, const Input& input, Unit& unit);

}  // namespace dovetail
