// What stands in code text for each atom of the design: declared in the trace register, cited by id, or a timetable row of the same shape.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "link/documents.h"
#include "model/review.h"

namespace dovetail {

/// One piece of evidence for an atom.
struct Found {
  std::string code;  // of the document it stands in
  CoverageTarget target;
  bool partial = false;  // the register says so, or only some of the receivers are named
};

/// Why an atom is not to be codified, as the trace register says.
struct TraceWaiver {
  std::string code;  // empty: in no code
  std::string reason;
};

struct EvidenceTable {
  std::map<std::string, std::vector<Found>> found;          // by atom id; strongest first, then in document order
  std::map<std::string, std::vector<TraceWaiver>> waivers;  // by atom id
  std::map<std::string, std::set<std::string>> not_loaded;  // by atom id: documents that the register names and that were not read
  bool trace_unreadable = false;                            // a trace register was given and could not be used
};

/// Collects the evidence of all kinds for all atoms.
EvidenceTable collect_evidence(const Review& review, const DocumentIndex& documents);

/// Whether a link counts as carrying the atom; orphaned and ambiguous ones do not.
bool carries(const Found& found);

/// The code that a name means, by the project's list ("X-BSC" → "XBSC"); the name itself where the list has it not.
std::string code_named(const Project& project, std::string_view name);

}  // namespace dovetail
