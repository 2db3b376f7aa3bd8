// The glossary of a run: what every term means, where, for whom, and who uses it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "report/reporters.h"

namespace dovetail {

/// One definition of a term.
struct GlossaryEntry {
  std::string term;
  std::string meaning;  // as proposed; as it was where the draft deletes it
  std::string was;      // what the baseline says where that differs
  std::string status;   // "new", "changed", "deleted", or empty
  std::string scope;    // "XBSC", "Annex S-2", "paragraph 2.1"
  std::string form;     // "definition", "pointer", "acronym", "gloss", "narrowed"
  Id<Unit> unit;
  std::string label;  // of the provision where it stands, in the proposed view where it has one
  Place place;
  std::vector<std::string> aliases;                           // other names for the same thing
  std::vector<std::pair<Id<Unit>, std::uint32_t>> uses;       // by document, in the proposed view, in the order of the inputs
  std::vector<std::pair<Id<Unit>, std::uint32_t>> uses_were;  // in the baseline view
};

/// All definitions of the code texts that were read, sorted by term in the English collation of ICU, then by document and place.
std::vector<GlossaryEntry> glossary_of(const Review& review);

/// Those of one term, its inflections and spellings with spaces or hyphens; of an alias, what it stands for too. Fails where nothing defines it; the
/// error names terms that are near.
[[nodiscard]] Result<std::vector<GlossaryEntry>> glossary_of_term(const Review& review, const std::string& term);

/// For a terminal: each definition with its scope and place, and the documents that use it.
std::string glossary_text(const Review& review, const std::vector<GlossaryEntry>& entries, const ReportOptions& options);

/// dovetail.glossary/1.
std::string glossary_json(const Review& review, const std::vector<GlossaryEntry>& entries, const ReportOptions& options);

/// "XBSCP901 2.2": document and label, without the label where it is the term itself.
std::string where_defined(const Review& review, const GlossaryEntry& entry);

/// "XBSCP901 12, Section U 3": the documents that use it and how often, in the proposed view; empty where none does.
std::string users_of(const Review& review, const GlossaryEntry& entry);

}  // namespace dovetail
