// What was read and compiled out of one file, as JSON.
#pragma once

#include <string>

#include "model/document.h"
#include "model/unit.h"

namespace dovetail {

/// The object of `dovetail dump FILE` (product.md section 5): path, format, counts of every table and every kind of atom, then the tables.
std::string dump_json(const Document& document, const Unit& unit, std::string_view format);

}  // namespace dovetail
