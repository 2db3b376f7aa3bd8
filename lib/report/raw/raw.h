// The source of a file as read, before any mapping: one function per kind of file, each adding its keys (product.md section 5).
#pragma once

#include <nlohmann/json.hpp>

#include "model/document.h"

namespace dovetail::raw {

using Json = nlohmann::ordered_json;

void add_sheets(const Document& document, Json& json);
void add_rows(const Document& document, Json& json);
void add_bpmn(const Document& document, Json& json);
void add_reqif(const Document& document, Json& json);
void add_vsdx(const Document& document, Json& json);
void add_archimate(const Document& document, Json& json);
void add_schemas(const Document& document, Json& json);

/// The node's attribute; empty where it has none.
std::string_view attribute(const Node& node, std::string_view name);

/// A property of the document; empty where it has none.
std::string property(const Document& document, const char* name);

/// How many nodes are of that kind.
std::size_t count(const Document& document, std::string_view kind);

}  // namespace dovetail::raw
