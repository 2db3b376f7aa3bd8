// Design files and registers, whatever their form: the table of forms.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Adds the atoms, branches and register rows of a design file to `unit`: diagrams, models and schemas by their nodes, all else by its tables. The
/// fields are those of the mappings, whatever the form. The atoms of an earlier design go to Unit::earlier.
void compile_design(const Document& document, const Input& input, Unit& unit);

}  // namespace dovetail
