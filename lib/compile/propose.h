// What a file that nobody has described seems to hold.
#pragma once

#include <vector>

#include "model/review.h"

namespace dovetail {

/// One proposal for each table of `document` that any of `mappings` fits, and one for a diagram, model or schema, with how sure it is: 1 where every
/// required field has a column of its own name and the ids are of the programme; a half or less is a guess that a person must look at. A table that
/// no mapping's headers fit is judged by what its columns hold; where that tells nothing it has an empty mapping, and its headers are left over.
/// Front sheets are left out.
std::vector<MappingProposal> propose_mapping(const Document& document, const std::vector<Mapping>& mappings);

/// Whether a text in running words is a design export all the same: most of its words stand in tables that are surely of the design.
bool is_design_text(const Document& document, const std::vector<Mapping>& mappings);

}  // namespace dovetail
