// ReqIF objects as requirements and whatever else their ids say.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Adds the atoms of a ReqIF file's nodes (read/reqif.h): attributes by the headers of the mappings, relations as links, the hierarchy as parents.
void compile_reqif(const Document& document, const Input& input, Unit& unit);

}  // namespace dovetail
