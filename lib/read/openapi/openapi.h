// OpenAPI 3, Swagger 2 and JSON Schema, in YAML and JSON.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads the schemas of an OpenAPI description (components.schemas, or definitions of Swagger 2) or of a JSON Schema ($defs, definitions, and the
/// schema itself under its title). Nodes: "schema" (attributes "type", "required" and "enum" as JSON arrays, and all other plain keys as written:
/// "format", "maxLength", "x-…" …), "property" (parent its schema, property or items; the same attributes, and "mandatory" "1" where its schema
/// requires it). "$ref" within the file is followed and cycles end; one to another file is kept as attribute "$ref" and nothing is opened. allOf is
/// merged; of oneOf and anyOf the properties are joined. Origins are JSON pointers (RFC 6901). Also the operations, as nodes "operation" ("GET
/// /path"), where a description has any. Never fails: what is neither gets one "input.unreadable" Problem.
void read_openapi(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
