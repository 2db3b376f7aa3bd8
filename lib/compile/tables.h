// Design exports and registers that are tables: sheets, header rows, columns.
#pragma once

#include "model/document.h"
#include "model/review.h"
#include "model/unit.h"

namespace dovetail {

/// Adds the atoms (Unit::items) or register rows (Unit::records) of a document's tables to `unit`, by input.mapping; where that is null each sheet
/// takes the mapping of input.candidates that fits it best, those for input.register_kind alone where it is a register. Fills unit.id and title from
/// the cover sheet where they are empty. What cannot be read is a "register.malformed" problem that says what was looked for, what was found, and
/// where.
void compile_tables(const Document& document, const Input& input, Unit& unit);

/// Whether a mapping's rows are a programme register (trace, changes …) and not atoms of the design.
bool is_register(std::string_view gives);

}  // namespace dovetail
