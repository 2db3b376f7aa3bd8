// What the tables and diagrams of a folder seem to be: the design and registers parts of the project file that `init` writes.
#pragma once

#include <map>
#include <set>
#include <string>

#include "lint/init.h"
#include "lint/met_ids.h"
#include "model/review.h"

namespace dovetail {

/// The lines found so far, and what they are lines about.
struct FoundTables {
  std::string design, left;                      // lines of the project file; comments for its end
  std::map<std::string, std::string> registers;  // kind to path; "roles" is among them
  std::set<std::string> atoms;                   // kind and id of every atom met
  IdSchemes ids;                                 // of the files that are written down
};

/// Adds one table, diagram or model of `review`. Mappings are proposed by compile/propose.h: what is sure or likely is written down with how sure it
/// is, a guess is written as a comment that a person can make good.
void take_table(const Review& review, std::size_t input, FoundTables& found, ProjectText& counts);

/// What a proposal says to a person: "sheet Requirements: brs, sure (req_id = Requirement ID, …); not used: Owner".
std::string describe(const MappingProposal& proposal);

/// A value in a flow mapping of YAML.
std::string yaml_value(const std::string& text);

}  // namespace dovetail
