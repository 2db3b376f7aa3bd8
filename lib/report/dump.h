// What was read and compiled out of one file, as JSON.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "model/unit.h"
#include "report/sink.h"

namespace dovetail {

/// The object of `dovetail dump FILE` (product.md section 5): path, format, counts of every table and every kind of atom, then the tables.
/// It is handed to `out` in pieces, row by row: the JSON of a long document is several times its text.
void dump_json(const Document& document, const Unit& unit, std::string_view format, const Sink& out);

/// The same as one string.
std::string dump_json(const Document& document, const Unit& unit, std::string_view format);

}  // namespace dovetail
