// Proposals of mappings for files that nobody has described: what `init` writes into a project file.
#pragma once

#include <string>
#include <vector>

#include "model/limits.h"
#include "model/mapping.h"

namespace dovetail {

/// Reads `file` and proposes a mapping for each of its tables, or for the atoms of a diagram or model, with how sure each is (compile/propose.h).
/// Empty where the file cannot be read as a design export or register.
std::vector<MappingProposal> propose_mappings(const std::string& file, const std::vector<Mapping>& mappings, const Limits& limits = {});

/// What such a proposal says to a person: "sheet Requirements: brs, sure (req_id = Requirement ID, …); not used: Owner".
std::string describe(const MappingProposal& proposal);

}  // namespace dovetail
